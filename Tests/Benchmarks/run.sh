#!/usr/bin/env bash
# What the runtime costs, in instructions, against the table that was last accepted: NetduinoPlus2.txt here. More than
# 5% above it fails; `./run.sh --accept` beside this writes the table anew.
set -u
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. Boards/build.sh
. Tests/check.sh
need_qemu

use_board NetduinoPlus2
build_image Benchmarks
accepted="Tests/Benchmarks/$board.txt"
# An instruction takes a nanosecond of virtual time, and the output is the same each run.
output=$(timeout 120 "$qemu" -M "$qemu_machine" -icount shift=0,sleep=off -kernel "$(image_path Benchmarks)" \
    -display none -monitor none -serial null -semihosting-config enable=on,target=native,arg=martlet 2>&1 </dev/null)
if [ "${1:-}" = --accept ]; then
    printf '%s\n' "$output" | tee "$accepted"
    exit
fi
printf '%s\n' "$output"

# The value of a line: its last word, in tenths. Names may hold spaces.
tenths() { awk '{ printf "%d", $NF * 10 }' <<<"$1"; }

while IFS= read -r line; do
    name=$(sed -E 's/ +[0-9.]+$//' <<<"$line")
    now=$(grep -F "$name " <<<"$output" | head -n 1)
    if [ -z "$now" ]; then
        miss "cost: $name" 'it is no longer measured'
        continue
    fi
    if [ $(($(tenths "$now") * 100)) -gt $(($(tenths "$line") * 105)) ]; then
        miss "cost: $name" "$(awk '{ print $NF }' <<<"$now") instructions, accepted were $(awk '{ print $NF }' <<<"$line")"
    else
        pass "cost: $name"
    fi
    grep -qF "| $name | $(awk '{ print $NF }' <<<"$line") |" Tests/Benchmarks/README.md ||
        miss "the page: $name" "Tests/Benchmarks/README.md does not say what was accepted: $line"
done <"$accepted"
finish
