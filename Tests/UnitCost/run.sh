#!/usr/bin/env bash
# What quantities cost: the same instructions as bare numbers, compiled as the firmware is but for the outliner and the merging of
# functions that are the same, which would hide what is compared. And what is generated is what the definitions say.
set -u
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. Boards/build.sh
. Tests/check.sh
need arm-none-eabi-gcc "gcc-arm-none-eabi libnewlib-arm-none-eabi"
need python3 python3

if output=$(Firmware/Blocks/Units/generate.py --check 2>&1); then
    pass "units: the generated files and the page's tables are what Definitions.txt says"
else
    miss "units: the generated files and the page's tables" "$output"
fi

use_board NetduinoPlus2
build_module Units
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
core="-mcpu=cortex-m4 -mfloat-abi=hard -mfpu=fpv4-sp-d16 -ffreestanding -fno-pic"
swiftc -target armv7em-none-none-eabi -swift-version 6 -wmo -Osize -parse-as-library \
    -enable-experimental-feature Embedded -I "$scratch/armv7em-none-none-eabi/release/Modules" \
    $(printf -- '-Xcc %s ' $core) -Xfrontend -function-sections -Xfrontend -disable-stack-protector \
    -Xllvm -enable-machine-outliner=never -Xfrontend -disable-llvm-merge-functions-pass \
    -c Tests/UnitCost/Computations.swift -o "$work/swift.o" || fail "the computations do not compile"

# instructions FUNCTION: those that it has, with constants, but without addresses and the names of places.
instructions() {
    arm-none-eabi-objdump -d --no-show-raw-insn --disassemble="$1" "$work/swift.o" |
        sed -nE "s/^ +[0-9a-f]+:[[:space:]]+//; T; s/[0-9a-f]+ <$1(\+0x[0-9a-f]+)?>/<\1>/; s/[[:space:]]*[@;].*//; p"
}

for name in $(sed -nE 's/^@_silgen_name\("quantity_(.*)"\)$/\1/p' Tests/UnitCost/Computations.swift); do
    ours=$(instructions "quantity_$name") bare=$(instructions "number_$name")
    if [ -n "$ours" ] && [ "$ours" = "$bare" ]; then
        pass "unit cost: ${name//_/ }, $(grep -vcE '^\.(word|short)|^nop' <<<"$ours") instructions, the same as bare numbers"
    else
        miss "unit cost: ${name//_/ }" "$(diff <(printf '%s\n' "$bare") <(printf '%s\n' "$ours"))"
    fi
done
finish
