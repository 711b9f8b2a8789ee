#!/usr/bin/env bash
# Where code lies that has to lie somewhere: what watches an erase is in RAM and branches nowhere else, since flash cannot
# be read meanwhile.
set -u
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. Boards/build.sh
. Tests/check.sh
need arm-none-eabi-gcc "gcc-arm-none-eabi libnewlib-arm-none-eabi"

use_board NetduinoPlus2
build_image Console
image=$(image_path Console)
# Its address and length; the other symbol of that name is the bridge from flash that the linker makes.
read -r address length < <(arm-none-eabi-nm -S "$image" | awk '/[tT] \$e.*runFromMemory/ { print $1, $2; exit }')
if [ -z "${length:-}" ]; then
    miss "placement: erasing is watched from RAM" "the image has no function for it"
    finish
    exit
fi
if [ $((0x$address)) -ge $((0x20000000)) ]; then
    pass "placement: erasing is watched from RAM, at 0x$address"
else
    miss "placement: erasing is watched from RAM" "it is at 0x$address"
fi
code=$(arm-none-eabi-objdump -D -M force-thumb --start-address="0x$address" \
    --stop-address="$((0x$address + 0x$length))" "$image" | grep -E '^ *[0-9a-f]+:')
targets=$(grep -oE '\bb[a-z.]*\s+[0-9a-f]+' <<<"$code" | awk '{ print $2 }')
outside=""
for target in $targets; do
    [ $((0x$target)) -ge $((0x$address)) ] && [ $((0x$target)) -lt $((0x$address + 0x$length)) ] || outside+=" 0x$target"
done
# It has a loop and a return, or what was looked at is something else.
if [ -n "$targets" ] && grep -q 'bx\s*lr' <<<"$code" && [ -z "$outside" ]; then
    pass "placement: what watches an erase branches nowhere else"
else
    miss "placement: what watches an erase branches nowhere else" "it goes to:${outside:- nowhere, without a loop}"
fi
finish
