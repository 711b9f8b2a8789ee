#!/usr/bin/env bash
# Compiles every Swift block of every Markdown file as it is printed. A block is a file of its own: one that runs the
# dispatcher or has other statements at its top level is a main.swift. Blocks that import a module of the host's are compiled
# for the host, the others for the chip, with NetduinoPlus2 as their TargetBoard. A line with `// error: TEXT` has to be
# refused with that text, and the block without it has to compile. Blocks that name a file belong to the guide, whose test
# builds them. Articles of the documentation are pages like the others; Tests/Tutorial does what the tutorials say. Needs the
# host's debug build.
set -u
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. Boards/build.sh
. Tests/check.sh
use_board NetduinoPlus2
# Between them they use every module that runs on the chip.
build_image RuntimeTests
build_module Martlet
chip=$scratch/armv7em-none-none-eabi/release
host=.build/debug
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

features=(-swift-version 6 -enable-experimental-feature BuiltinModule -enable-experimental-feature RawLayout
    -enable-experimental-feature Lifetimes -enable-upcoming-feature NonisolatedNonsendingByDefault -diagnostic-style llvm)
for_chip=(-target armv7em-none-none-eabi -wmo -Osize -enable-experimental-feature Embedded -enable-experimental-feature Extern
    -Xfrontend -disable-stack-protector -Xfrontend -import-module -Xfrontend _Concurrency
    -module-alias "TargetBoard=$board" -I "$chip/Modules")
for module in CortexMInstructions Startup ConcurrencyABI; do
    for_chip+=(-Xcc "-fmodule-map-file=$chip/$module.build/module.modulemap")
done
for flag in -mcpu=cortex-m4 -mfloat-abi=hard -mfpu=fpv4-sp-d16 -ffreestanding -fno-pic -IHAL/Core/CortexMInstructions/include; do
    for_chip+=(-Xcc "$flag"); done

for_host=(-I "$host/Modules" -I Simulator/LinuxEvents
    -Xcc "-fmodule-map-file=$host/HardwareChecksum.build/module.modulemap")

# is_for_host FILE: whether it imports a module that only the host has.
is_for_host() {
    local module
    while read -r module; do
        [ -e "$chip/Modules/$module.swiftmodule" ] || [ ! -e "$host/Modules/$module.swiftmodule" ] || return 0
    done < <(sed -nE 's/^import ([A-Za-z0-9_]+).*/\1/p' "$1")
    return 1
}

# compiles FILE: the compiler's words are in `output`.
compiles() {
    local flags=("${features[@]}")
    if is_for_host "$1"; then flags+=("${for_host[@]}"); else flags+=("${for_chip[@]}"); fi
    [ "${1##*/}" = main.swift ] || flags+=(-parse-as-library)
    output=$(swiftc -emit-sil -o /dev/null -module-name Page "${flags[@]}" "$1" 2>&1)
}

# do_block: compiles the block that was read.
do_block() {
    local name=block.swift
    # What is not a declaration, and is not inside of one.
    if grep -qE '^(Dispatcher\.|SystemClock\.|startTask\()' <<<"$block"; then name=main.swift; fi
    printf '%s' "$block" >"$work/$name"
    local wanted
    wanted=$(sed -nE 's|.*// error: (.*)|\1|p' <<<"$block")
    if [ -n "$wanted" ]; then
        if compiles "$work/$name"; then
            miss "$where: refused" "it compiles"
        else
            while IFS= read -r text; do expect "$where: refused: $text" "$text" "$output"; done <<<"$wanted"
        fi
        grep -v '// error: ' <<<"$block" >"$work/$name"
    fi
    if compiles "$work/$name"; then pass "$where: compiles"; else miss "$where: compiles" "$output"; fi
}

while IFS= read -r page; do
    number=0 inside=no
    while IFS= read -r line || [ -n "$line" ]; do
        number=$((number + 1))
        if [[ $line == '```'* ]]; then
            if [ $inside = yes ]; then
                inside=no
                [ "$kind" = swift ] && [ -z "$file" ] && do_block
            else
                read -r kind file <<<"${line#'```'}"
                block="" inside=yes where="$page:$number"
            fi
        elif [ $inside = yes ]; then
            block+=$line$'\n'
        fi
    done <"$page"
done < <(git ls-files '*.md')

# What the front page says of the manifest is how the images there are declared.
line=$(sed -nE 's/.*`(image\("Name", .*\))`.*/\1/p' Firmware/README.md)
if [ -n "$line" ] && grep -qF "${line/Name/Blink}" Package.swift; then
    pass "Firmware/README.md: an image's line in Package.swift"
else
    miss "Firmware/README.md: an image's line in Package.swift" "none reads ${line/Name/Blink}"
fi
finish
