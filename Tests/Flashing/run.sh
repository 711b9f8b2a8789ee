#!/usr/bin/env bash
# Shows that flash.sh works: what it refuses and why, the commands it would give, and the whole path to the
# simulated probe. Prints a line a test and `N passed, N failed`; the status is 0 if none failed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. Tests/check.sh

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# expect_status NAME STATUS TEXT... -- COMMAND...: runs a command, which must end with the status and say every text.
# What it says is in $output.
expect_status() {
    local name=$1 status=$2 actual=0 text texts=()
    shift 2
    while [ "$1" != -- ]; do
        texts+=("$1")
        shift
    done
    shift
    output=$(timeout 600 "$@" 2>&1) || actual=$?
    if [ $actual != "$status" ]; then
        miss "$name" "status $actual instead of $status, saying: $output"
        return
    fi
    for text in "${texts[@]}"; do
        if [[ $output != *"$text"* ]]; then
            miss "$name" "no \"$text\" in: $output"
            return
        fi
    done
    pass "$name"
}

# same NAME COUNT OFFSET FILE OFFSET FILE: so many bytes of two files must be the same.
same() {
    if cmp -s -n "$2" -i "$3:$5" "$4" "$6"; then pass "$1"; else miss "$1" "the bytes differ"; fi
}

# MARK: What would be done

elf() { printf '.build/%s/armv7em-none-none-eabi/release/Console' "$1"; }
for board in NetduinoPlus2 STM32F4Discovery; do
    for probe in stlink cmsis-dap jlink; do
        transport="-c 'transport select swd' "
        [ $probe != stlink ] || transport=""
        expect_status "dry run for $board through $probe" 0 \
            "-f interface/$probe.cfg $transport-f target/stm32f4x.cfg -c init -c 'reset init'" \
            "-c 'flash erase_address pad 0x08000000 " "-c 'flash erase_address pad 0x08010000 " \
            "-c 'flash write_image $(elf $board)' -c 'verify_image $(elf $board)' -c 'reset run' -c shutdown" \
            -- ./flash.sh --board $board --probe $probe --dry-run
    done
done

head -c 5000 /dev/urandom >"$folder/game.gb"
expect_status "dry run with a cartridge" 0 "-c 'flash erase_address pad 0x08040000 5016'" \
    "write_image .build/NetduinoPlus2/cartridge.bin 0x08040000 bin" \
    "verify_image .build/NetduinoPlus2/cartridge.bin 0x08040000 bin" -- ./flash.sh --rom "$folder/game.gb" --dry-run

# MARK: What is refused

expect_status "an unknown board" 2 "there is no board Nothing; there are:" "STM32F4Discovery" -- ./flash.sh --board Nothing
expect_status "an unknown image" 2 "there is no image Nothing" -- ./flash.sh --image Nothing
expect_status "an unknown probe" 2 "there is no probe nothing; there are: stlink cmsis-dap jlink simulated" \
    -- ./flash.sh --probe nothing
expect_status "an unknown argument" 2 "usage: ./flash.sh" "unknown argument --nothing" -- ./flash.sh --nothing
expect_status "an argument without its value" 2 "--board wants a value" -- ./flash.sh --board
expect_status "arguments for a real probe" 2 "only the simulated probe takes arguments" -- ./flash.sh -- --worn 0x08000000
expect_status "a board that is not flashed" 2 "OpenOCD has no target" "./run.sh --board MPS2AN386" \
    -- ./flash.sh --board MPS2AN386 --dry-run
expect_status "a board that is not run" 2 "no machine in QEMU; flash it with ./flash.sh --board STM32F4Discovery" \
    -- ./run.sh --board STM32F4Discovery
expect_status "a ROM that is not there" 2 "there is no file $folder/nothing.gb" \
    -- ./flash.sh --rom "$folder/nothing.gb" --dry-run
truncate -s 786417 "$folder/large.gb"
expect_status "a ROM that is too large" 2 "has 786417 bytes" "holds 786416" -- ./flash.sh --rom "$folder/large.gb" --dry-run
truncate -s 786416 "$folder/large.gb"
expect_status "a ROM that just fits" 0 "pad 0x08040000 786432" -- ./flash.sh --rom "$folder/large.gb" --dry-run

# OpenOCD that looks for a probe with a number none has: a board that happens to be plugged in is left alone.
mkdir "$folder/bin"
printf '#!/bin/sh\nexec %q -c "adapter serial 999999999" "$@"\n' "$(command -v openocd)" >"$folder/bin/openocd"
chmod +x "$folder/bin/openocd"
for probe in stlink cmsis-dap jlink; do
    expect_status "no probe for $probe" 2 "could not open the probe" "lsusb" "udev rules" "--probe takes stlink, cmsis-dap" \
        -- env PATH="$folder/bin:$PATH" ./flash.sh --probe $probe
done

# MARK: Images that must not be flashed

# check ELF: what flash.sh asks of an image.
check() {
    bash -c '. Boards/build.sh; . Boards/image.sh; use_board NetduinoPlus2; check_image "$1"' check "$1"
}
export -f check
bad="$folder/bad.elf"
# vectors WORD WORD: the image with another beginning of its vector table.
vectors() {
    arm-none-eabi-objcopy -O binary -j .vectors "$(elf NetduinoPlus2)" "$folder/vectors.bin"
    (. Boards/build.sh && printf "$(little_endian "$1")$(little_endian "$2")") |
        dd of="$folder/vectors.bin" conv=notrunc status=none
    arm-none-eabi-objcopy --update-section ".vectors=$folder/vectors.bin" "$(elf NetduinoPlus2)" "$bad"
}
expect_status "the image as it was built" 0 -- bash -c 'check "$1"' _ "$(elf NetduinoPlus2)"
expect_status "an image that is not there" 2 "there is no file" -- bash -c 'check "$1"' _ "$folder/nothing.elf"
expect_status "an image that is none" 2 "has no segment to load" -- bash -c 'check "$1"' _ Package.swift
arm-none-eabi-objcopy --change-section-lma .ARM.exidx=0x08004000 "$(elf NetduinoPlus2)" "$bad" 2>/dev/null
expect_status "an image in the log's sectors" 2 "0x08004000" "outside the regions" -- bash -c 'check "$1"' _ "$bad"
arm-none-eabi-objcopy --rename-section .vectors=.table "$(elf NetduinoPlus2)" "$bad"
expect_status "an image without vectors" 2 "has no vector table" -- bash -c 'check "$1"' _ "$bad"
vectors 0x10000000 0x08000041
expect_status "a stack outside RAM" 2 "stack pointer 0x10000000" -- bash -c 'check "$1"' _ "$bad"
vectors 0x20000000 0x08000041
expect_status "a stack with no room" 2 "stack pointer 0x20000000" -- bash -c 'check "$1"' _ "$bad"
vectors 0x20002000 0x08000040
expect_status "a reset vector that is no Thumb" 2 "reset vector 0x08000040" -- bash -c 'check "$1"' _ "$bad"
vectors 0x20002000 0x20000101
expect_status "a reset vector in RAM" 2 "reset vector 0x20000101" -- bash -c 'check "$1"' _ "$bad"

# MARK: The whole path, to the simulated probe

# The flash as a used board's: every sector holds something.
flash="$folder/flash.bin"
head -c $((1 << 20)) /dev/urandom >"$flash"
cp "$flash" "$folder/before.bin"
expect_status "program, verify and reset" 0 "erased sectors 0 4 5 6;" "reset: running at 0x0800" "stack at 0x2000" \
    "programmed, verified and reset" \
    -- ./flash.sh --probe simulated --rom "$folder/game.gb" -- --flash "$flash"
while read -r type offset virtual physical in_file rest; do
    [ "$type" = LOAD ] && [ $((in_file)) -gt 0 ] || continue
    same "the segment at $physical is in flash" $((in_file)) $((offset)) "$(elf NetduinoPlus2)" \
        $((physical - 0x08000000)) "$flash"
done < <(arm-none-eabi-readelf -lW "$(elf NetduinoPlus2)")
same "the log's sectors are kept" $((48 << 10)) $((16 << 10)) "$folder/before.bin" $((16 << 10)) "$flash"
same "the sectors after are kept" $((640 << 10)) $((384 << 10)) "$folder/before.bin" $((384 << 10)) "$flash"
printf 'MARTLET\0\x88\x13\0\0\x77\xec\xff\xff' >"$folder/header.bin"
same "the cartridge's header says its length" 16 0 "$folder/header.bin" $((0x40000)) "$flash"
same "the cartridge is in its slot" 5000 0 "$folder/game.gb" $((0x40010)) "$flash"

expect_status "a byte that does not hold what was written" 1 "programming NetduinoPlus2 failed" \
    -- ./flash.sh --probe simulated -- --flash "$flash" --worn 0x08010000
left=$(pgrep -f "martlet probe .*$folder" || true)
if [ -z "$left" ]; then pass "no probe is left running"; else miss "no probe is left running" "process $left"; fi

head -c 100 /dev/zero >"$folder/short.bin"
expect_status "a flash file of another size" 2 "has 100 bytes" "the simulated probe did not start" \
    -- ./flash.sh --probe simulated -- --flash "$folder/short.bin"

finish
