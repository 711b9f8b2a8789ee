# What run.sh, test.sh, flash.sh and debug.sh share: the packages they need, the boards, and building for one. Sourced
# from the top of the project.

fail() {
    printf '%s: %s\n' "${0##*/}" "$*" >&2
    exit 2
}

# need COMMAND PACKAGE: installs a Debian package if the command is not there.
need() {
    command -v "$1" >/dev/null && return
    [ -n "$(command -v apt-get)" ] || fail "$1 is missing, and there is no apt-get to install $2 with"
    local sudo=""
    [ "$(id -u)" = 0 ] || sudo=sudo
    printf 'installing %s\n' "$2" >&2
    if ! $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $2 >/dev/null 2>&1; then
        $sudo apt-get update >/dev/null 2>&1 || true
        $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $2 >&2 ||
            fail "could not install $2"
    fi
}

# The QEMU that runs images: Debian 12's 7.2 or a later one. QEMU_SYSTEM_ARM names another than that on the path.
qemu=${QEMU_SYSTEM_ARM:-qemu-system-arm}
need_qemu() { need "$qemu" qemu-system-arm; }

# qemu_words IMAGE MACHINE: QEMU's command line for an image, in `words`. The console and semihosting come after it.
qemu_words() {
    need_qemu
    "$qemu" -M help | grep -q "^$2 " || fail "$qemu has no machine $2; $qemu -M help lists those that it has"
    words=(-M "$2" -kernel "$1" -display none -monitor none)
}

# use_probe NAME: what OpenOCD is told of a debug probe, in `interface`. The interface file of the ST-LINK brings its transport;
# the others speak JTAG too, and two wires are enough.
use_probe() {
    case $1 in
    stlink) interface=(-f interface/stlink.cfg) ;;
    cmsis-dap | jlink) interface=(-f "interface/$1.cfg" -c "transport select swd") ;;
    *) fail "there is no probe $1; there are: stlink cmsis-dap jlink${2:+ $2}" ;;
    esac
}

# use_board NAME: reads what the scripts know of a board.
use_board() {
    board=$1
    [ -f "Boards/$board/board.sh" ] || fail "there is no board $board; there are: $(boards | xargs)"
    . "Boards/$board/board.sh"
    scratch=".build/$board"
}

boards() {
    local file
    for file in Boards/*/board.sh; do basename "$(dirname "$file")"; done
}

# The path of an image built for the board in use.
image_path() { printf '%s/armv7em-none-none-eabi/release/%s' "$scratch" "$1"; }

# build_image NAME: builds an image for the board in use; the compiler's output is shown if it fails.
build_image() {
    [ -d "Firmware/Images/$1" ] || [ -d "Tests/OnTarget/$1" ] || fail "there is no image $1; those are$(printf ' %s' Firmware/Images/*/main.swift | sed 's|Firmware/Images/||g; s|/main.swift||g')"
    command -v swift >/dev/null || fail "swift is missing: Martlet needs the Swift 6.3 toolchain (swift.org/install)"
    need arm-none-eabi-gcc "gcc-arm-none-eabi libnewlib-arm-none-eabi"
    # Swift ships no run-time library for the chip: division of 64-bit numbers comes from libgcc, memory functions
    # and `Double`'s functions from newlib, and the tables of strings from Swift.
    local libgcc newlib unicode log
    libgcc=$(dirname "$(arm-none-eabi-gcc $cpu_flags -print-libgcc-file-name)")
    newlib=$(dirname "$(arm-none-eabi-gcc $cpu_flags -print-file-name=libc.a)")
    unicode=$(swiftc -print-target-info | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')
    unicode+=/embedded/armv7em-none-none-eabi/libswiftUnicodeDataTables.a
    mkdir -p "$scratch"
    log="$scratch/$1.log"
    if ! MARTLET_BOARD=$board swift build -c release --triple armv7em-none-none-eabi \
        --toolset "Boards/$board/toolset.json" --scratch-path "$scratch" --product "$1" \
        -Xlinker "-L$libgcc" -Xlinker "-L$newlib" -Xlinker "$unicode" -Xlinker -lm -Xlinker -lc -Xlinker -lgcc \
        -Xlinker "-Map=$scratch/$1.map" >"$log" 2>&1; then
        cat "$log" >&2
        fail "$1 does not build for $board"
    fi
}

# build_module NAME: builds a module, and those that it imports, for the board in use, without an image.
build_module() {
    local log="$scratch/$1.log"
    mkdir -p "$scratch"
    if ! MARTLET_BOARD=$board swift build -c release --triple armv7em-none-none-eabi \
        --toolset "Boards/$board/toolset.json" --scratch-path "$scratch" --target "$1" >"$log" 2>&1; then
        cat "$log" >&2
        fail "$1 does not build for $board"
    fi
}

# little_endian NUMBER: four bytes, as printf wants them.
little_endian() {
    printf '\\x%02x\\x%02x\\x%02x\\x%02x' $(($1 & 255)) $(($1 >> 8 & 255)) $(($1 >> 16 & 255)) $(($1 >> 24 & 255))
}

# make_cartridge ROM OUTPUT: what is written to the cartridge slot: a header with the file's length, which is that of
# `Cartridge.slotHeader` (Firmware/GameBoy/Core/Cartridge/CartridgeSlot.swift), and the file. The firmware checks the rest;
# Tests/GameBoyTests holds the two headers together.
make_cartridge() {
    [ -f "$1" ] || fail "there is no file $1"
    local length
    length=$(stat -c %s "$1")
    [ $((length + 16)) -le "$cartridge_length" ] ||
        fail "$1 has $length bytes, and the cartridge slot of $board holds $((cartridge_length - 16))"
    {
        printf 'MARTLET\0'
        printf "$(little_endian "$length")$(little_endian $((~length & 0xFFFFFFFF)))"
        cat "$1"
    } >"$2"
}
