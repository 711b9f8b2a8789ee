#!/usr/bin/env bash
# `martlet gameboy` with files that are odd, bad, or cannot be written.
set -u
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. Tests/check.sh
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
swift build --product martlet >"$scratch/build.log" 2>&1 || miss 'martlet builds' "$(cat "$scratch/build.log")"
martlet=$(swift build --show-bin-path)/martlet
mkdir "$scratch/files"
cd "$scratch/files" || exit 1

# gameboy ARGUMENTS...: sets `printed`, `said` (standard error) and `status`.
gameboy() {
    printed=$(timeout 60 "$martlet" gameboy "$@" --frames 20 2>"$scratch/said")
    status=$?
    said=$(cat "$scratch/said")
}

# byte VALUE: one byte.
byte() { printf "\\x$(printf '%02x' "$1")"; }

# patch FILE OFFSET VALUE...
patch() {
    local file=$1 offset=$2
    shift 2
    for value in "$@"; do byte "$value"; done | dd of="$file" bs=1 seek=$((offset)) conv=notrunc status=none
}

# make_rom FILE TYPE ROM_CODE RAM_CODE: 32 KB with a good checksum, whose program counts its starts in the cartridge's RAM
# and sends their number as a letter.
make_rom() {
    head -c 32768 /dev/zero >"$1"
    patch "$1" 0x100 0x00 0xC3 0x50 0x01
    patch "$1" 0x147 "$2" "$3" "$4"
    patch "$1" 0x14D $(((256 * 4 - 25 - $2 - $3 - $4) % 256))
    patch "$1" 0x150 0x3E 0x0A 0xEA 0x00 0x00 0xFA 0x00 0xA0 0x3C 0xEA 0x00 0xA0 0xC6 0x41 0xE0 0x01 0x3E 0x81 0xE0 0x02 \
        0x18 0xFE
}

# odd NAME WARNING ARGUMENTS...: runs with that warning and no other, and --strict refuses it without one. The arguments
# begin with the program.
odd() {
    local name=$1 warning=$2
    shift 2
    gameboy "$@" --strict
    expect_equal "$name: --strict refuses it" $status 2
    expect_equal "$name: and runs nothing" "$printed" ''
    [[ $said == *warning* ]] && miss "$name: and does not warn" "$said"
    gameboy "$@"
    expect_equal "$name: runs" "$status $printed" '0 A'
    expect_equal "$name: with a warning" "$said" "martlet: warning: $warning"
}

# Programs.
make_rom good.gb 3 0 2
gameboy good.gb --strict
expect_equal 'nothing is said of a good program' "$status $printed$said" '0 A'
cp good.gb checksum.gb
patch checksum.gb 0x14D 0
odd 'a bad checksum' \
    'checksum.gb: bad header checksum at 0x014D: expected 0xE2, found 0x00; it is run all the same' checksum.gb
(cat good.gb && head -c 1000 /dev/zero) >padded.gb
odd 'padding' \
    'padded.gb: padding after the ROM: the size code at 0x0148 stands for 32768 bytes, and 1000 more follow; they are not used' \
    padded.gb
(cat good.gb && head -c 16384 good.gb) >long.gb
odd 'a file longer than its header says' \
    'long.gb: the file is too long: the size code at 0x0148 stands for 32768 bytes, and there are 49152 bytes; all that the mapper reaches is used' \
    long.gb
make_rom short.gb 3 2 2
odd 'a file shorter than its header says' \
    'short.gb: the ROM is cut short: the size code at 0x0148 stands for 131072 bytes, and there are 32768 bytes; what is missing reads FF' \
    short.gb
for code in 0x52 0x53 0x54; do
    make_rom code.gb 3 $code 2
    odd "the ROM size code $code" \
        "code.gb: unofficial ROM size code at 0x0148: $code; expected 0x00 to 0x08; the ROM is as long as the file" code.gb
done
make_rom type.gb 0x22 0 0
gameboy type.gb
expect_equal 'a type that is not supported is refused' $status 2
expect 'and named' 'unsupported cartridge type at 0x0147: 0x22 (MBC7)' "$said"

# 2 KB of RAM.
make_rom small.gb 3 0 1
for letter in A B C; do
    gameboy small.gb --strict --save small.sav
    expect_equal "2 KB of RAM keep what the battery does: $letter" "$status $printed$said" "0 $letter"
done
expect_equal 'and are 2 KB of a save' "$(stat -c %s small.sav)" 2048

# Saves.
# blank COUNT FILE: a save of that many bytes of a cartridge that was never started.
blank() { head -c "$1" /dev/zero | tr '\0' '\377' >"$2"; }
for count in 0 2000; do
    blank $count short.sav
    odd "a save of $count bytes" \
        "short.sav: the save has $count bytes, and this cartridge's has 8192 bytes; the rest of the RAM is blank" \
        good.gb --save short.sav
    expect_equal 'is whole then' "$(stat -c %s short.sav)" 8192
done
for clock in 44 48; do
    blank $((8192 + clock)) clock.sav
    odd "a clock of $clock bytes for a cartridge without one" \
        "clock.sav: the save has $clock bytes of a clock from 0x2000 on, and this cartridge has no clock; they are not used, and not saved again" \
        good.gb --save clock.sav
done
make_rom clock.gb 0x10 0 2
(blank 8192 ram && cat ram && head -c 44 /dev/zero) >clock.sav
odd 'a clock whose time has four bytes' \
    "clock.sav: the save's time at 0x2028 has 4 bytes, and 8 are expected; the clock is read so" clock.gb --save clock.sav
expect_equal 'has eight then' "$(stat -c %s clock.sav)" 8240
gameboy clock.gb --strict --save clock.sav
expect_equal 'and a clock of 48 bytes is as it should be' "$status $printed$said" '0 B'
blank 8193 long.sav
cp long.sav long.copy
gameboy good.gb --save long.sav
expect_equal 'a save that is longer than the cartridge has is refused' $status 2
expect 'with both lengths' 'long.sav: the save has 8193 bytes, and this cartridge'"'"'s has 8192 bytes' "$said"
cmp -s long.sav long.copy
expect_equal 'and left as it is' $? 0

# Files that cannot be written. The program prints a letter if it runs.
mkdir folder
printf 'precious' >file
for option in --save --save-state --screenshot --sound; do
    for path in none/picture folder file/picture new/ ''; do
        before=$(ls -lR --time-style=full-iso)
        gameboy good.gb $option "$path"
        expect_equal "$option «$path» is refused before the run" "$status $printed" '2 '
        expect "$option «$path» is named, with the reason" "martlet: $path: cannot be written: " "$said"
        expect_equal "and changes nothing" "$(ls -lR --time-style=full-iso)" "$before"
    done
    cp good.gb program.gb
    gameboy program.gb $option ./program.gb
    expect_equal "$option does not take the place of the program" "$status $printed$said" \
        "2 martlet: ./program.gb: $option would take the place of the program"
    cmp -s good.gb program.gb
    expect_equal 'which is left as it is' $? 0
done
if [ "$(id -u)" = 0 ]; then
    skip 'root may write a file that is not to be written'
else
    for option in --save --save-state --screenshot --sound; do
        cp short.sav protected
        chmod 444 protected
        gameboy good.gb $option protected
        expect_equal "$option of a file that is not to be written is refused" "$status $printed" '2 '
        chmod 644 protected
    done
fi
# An existing save lives through a run that is refused for another file.
cp short.sav kept.sav
gameboy good.gb --save kept.sav --screenshot none/picture
expect_equal 'a run that is refused' $status 2
cmp -s short.sav kept.sav
expect_equal 'leaves the save as it is' $? 0
gameboy good.gb --save same --sound same
expect_equal 'two options with one file are refused' "$status $printed$said" \
    '2 martlet: same: --sound would take the place of --save'
gameboy good.gb --save-state state
gameboy good.gb --load-state state --save-state state
expect_equal 'a state may be gone on with' "$status $said" '0 '

# Files that are written: all four, through a link, and into a pipe.
gameboy good.gb --save new.sav --save-state new.state --screenshot new.png --sound new.wav
expect_equal 'what can be written is written' "$status$(stat -c ' %s' new.sav)$(head -c 4 new.png | tail -c 3)$(head -c 4 new.wav)$(head -c 7 new.state)" \
    '0 8192PNGRIFFMARTLET'
mkdir linked
cp new.sav linked/real.sav
ln -s linked/real.sav link.sav
gameboy good.gb --save link.sav
expect_equal 'a save through a link' "$status $printed" '0 B'
expect_equal 'is written where the link leads' "$(readlink link.sav) $(head -c 1 linked/real.sav | od -An -tx1)" 'linked/real.sav  01'
mkfifo pipe
timeout 60 cat pipe >piped &
gameboy good.gb --screenshot pipe
wait
expect_equal 'a picture for a pipe goes through it' "$status $(head -c 4 piped | tail -c 3)" '0 PNG'
[ -p pipe ]
expect_equal 'which stays one' $? 0
finish
