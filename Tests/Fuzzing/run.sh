#!/usr/bin/env bash
# Fuzzes the Game Boy's core with libFuzzer and the address sanitizer: random programs, and random changes to save
# states. Arguments go to libFuzzer, as in `./run.sh -max_total_time=3600`; what it finds stays in .build/fuzzing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
out=.build/fuzzing
mkdir -p "$out/sources" "$out/corpus"
rm -f "$out/sources"/*.swift
# One module of all, so that the sanitizers see all; the import lines would look for others.
for file in Firmware/Blocks/Checksums/*.swift Firmware/IO/{Text,Pictures}/*.swift Firmware/GameBoy/Core/*/*.swift Tests/Fuzzing/*.swift; do
    sed -E '/^import (Checksums|Text|Pictures|GameBoy)$/d' "$file" >"$out/sources/$(basename "$(dirname "$file")")$(basename "$file")"
done
swiftc -swift-version 6 -parse-as-library -O -wmo -module-name GameBoyFuzzer -sanitize=fuzzer,address \
    -enable-experimental-feature Lifetimes -o "$out/fuzzer" "$out/sources"/*.swift
SWIFT_BACKTRACE=enable=no exec "$out/fuzzer" -artifact_prefix="$out/" -max_len=4096 -len_control=0 "$@" "$out/corpus"
