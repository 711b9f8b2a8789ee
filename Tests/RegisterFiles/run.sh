#!/usr/bin/env bash
# Register files as a whole: that of a chip that does not exist, which has every feature of the format, and those in the
# folder that SVD_FILES names, if it does. Each is generated twice, all of it, in under 5 s and with the same bytes, agrees
# with a second reading of the file (compare.py), and compiles: to object code for the device, checked in full for the
# host. Needs the host's debug build.
set -u
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. Boards/build.sh
. Tests/check.sh
files=(Tests/RegisterFiles/*.svd)
if [ -z "${SVD_FILES:-}" ]; then
    skip 'register files of manufacturers: SVD_FILES names no folder'
elif compgen -G "$SVD_FILES/*.svd" >/dev/null; then
    mapfile -t -O 1 files < <(sample 2 "$SVD_FILES"/*.svd)
else
    skip "register files of manufacturers: there are none in $SVD_FILES"
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
TIMEFORMAT='%U %S'

use_board NetduinoPlus2
common="-swift-version 6 -wmo -parse-as-library"
device="-target armv7em-none-none-eabi -Osize -enable-experimental-feature Embedded $(printf -- '-Xcc %s ' $cpu_flags) \
    -Xcc -ffreestanding -Xfrontend -function-sections -Xfrontend -disable-stack-protector"

# milliseconds FILE: what `time` wrote, added up: time of the processor, to which other load makes no difference.
milliseconds() { awk '{ printf "%d", ($1 + $2) * 1000 }' "$1"; }

# compile NAME KIND ARGUMENTS...: compiles what was generated of a file, on its own: several at once share nothing.
compile() {
    local name=$1 kind=$2
    shift 2
    { time swiftc $common "$@" -I "$work/$kind" -module-name "${name}_registers" "$work/$name"/*.swift \
        >"$work/$name.$kind.log" 2>&1; } 2>"$work/$name.$kind.time"
    echo $? >"$work/$name.$kind.status"
}

mkdir "$work/device" "$work/host"
printf 'module CortexMInstructions { header "%s" }\n' "$PWD/HAL/Core/CortexMInstructions/include/CortexMInstructions.h" \
    >"$work/device/module.modulemap"
# emit KIND MODULE ARGUMENTS...: makes a module that what was generated needs.
emit() {
    local kind=$1 module=$2
    shift 2
    swiftc $common "$@" -I "$work/$kind" -package-name martlet -module-name "$module" -emit-module \
        -emit-module-path "$work/$kind/$module.swiftmodule" HAL/Core/"$module"/*.swift || fail "the module $module does not compile"
}
for module in CriticalSections MMIO; do
    emit device "$module" $device
    emit host "$module"
done

names=()
for file in "${files[@]}"; do
    name=$(basename "$file" .svd)
    names+=("$name")
    { time .build/debug/martlet pac "$file" --output "$work/$name" >"$work/$name.log" 2>"$work/$name.warnings"; } \
        2>"$work/$name.time"
    spent=$(milliseconds "$work/$name.time")
    if [ "$spent" -lt 5000 ]; then
        pass "registers: $name: $(cat "$work/$name.log"), in $spent ms"
    else
        miss "registers: $name is generated in under 5 s" "$spent ms: $(cat "$work/$name.log" "$work/$name.warnings")"
    fi
    .build/debug/martlet pac "$file" --output "$work/again" >/dev/null 2>&1
    expect_equal "registers: $name is the same again" "$(diff -rq "$work/$name" "$work/again")" ""
    rm -rf "$work/again"
    if ! command -v python3 >/dev/null; then
        skip "registers: $name beside a second reading: there is no python3"
    elif found=$(python3 Tests/RegisterFiles/compare.py "$file" "$work/$name" 2>&1); then
        pass "registers: a second reading of $found"
    else
        miss "registers: $name beside a second reading" "$found"
    fi
done

# The largest take longest, so they are begun first; two at once.
for name in $(ls -S "${files[@]}" | xargs -n 1 basename -s .svd); do
    while [ "$(jobs -rp | wc -l)" -ge 2 ]; do wait -n; done
    {
        compile "$name" device $device -c -o "$work/$name.o"
        compile "$name" host -typecheck
    } &
done
wait
for name in "${names[@]}"; do
    for kind in device host; do
        if [ "$(cat "$work/$name.$kind.status")" = 0 ]; then
            pass "registers: $name compiles for the $kind, in $(milliseconds "$work/$name.$kind.time") ms"
        else
            miss "registers: $name compiles for the $kind" "$(head -n 40 "$work/$name.$kind.log")"
        fi
    done
done
finish
