#!/usr/bin/env bash
# What an access through the generated registers costs: as many instructions as the same by hand in C, compiled for size
# as the firmware is but for the outliner, which makes functions of what several have in common.
set -u
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. Boards/build.sh
. Tests/check.sh
need arm-none-eabi-gcc "gcc-arm-none-eabi libnewlib-arm-none-eabi"

use_board NetduinoPlus2
build_image Blink
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
core="-mcpu=cortex-m4 -mfloat-abi=hard -mfpu=fpv4-sp-d16 -ffreestanding -fno-pic"
swiftc -target armv7em-none-none-eabi -swift-version 6 -wmo -Osize -parse-as-library \
    -enable-experimental-feature Embedded -I "$scratch/armv7em-none-none-eabi/release/Modules" -Xcc "-fmodule-map-file=$scratch/armv7em-none-none-eabi/release/CortexMInstructions.build/module.modulemap" \
    $(printf -- '-Xcc %s ' $core) -Xfrontend -function-sections -Xfrontend -disable-stack-protector \
    -Xllvm -enable-machine-outliner=never \
    -c Tests/AccessCost/Accesses.swift -o "$work/swift.o" || fail "the Swift accesses do not compile"
clang --target=armv7em-none-none-eabi $core -I HAL/Core/CortexMInstructions/include -Os -ffunction-sections -c Tests/AccessCost/Accesses.c -o "$work/c.o" ||
    fail "the C accesses do not compile"

# instructions OBJECT FUNCTION: how many it has, constants and their alignment aside.
instructions() {
    arm-none-eabi-objdump -d --disassemble="$2" "$1" | grep -E '^ +[0-9a-f]+:' | grep -vcE '\.word|\bnop\b'
}

for name in $(sed -nE 's/^@_silgen_name\("swift_(.*)"\)$/\1/p' Tests/AccessCost/Accesses.swift); do
    ours=$(instructions "$work/swift.o" "swift_$name") by_hand=$(instructions "$work/c.o" "c_$name")
    if [ "$ours" -gt 0 ] && [ "$ours" -le "$by_hand" ]; then
        pass "access cost: ${name//_/ }, $ours instructions"
    else
        miss "access cost: ${name//_/ }" "$ours instructions, and $by_hand in C"
    fi
done
finish
