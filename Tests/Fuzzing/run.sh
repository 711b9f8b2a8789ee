#!/usr/bin/env bash
# Fuzzes with libFuzzer and the address sanitizer: `./run.sh GameBoy`, the core, with random programs and random changes to
# save states; `./run.sh Frames`, the decoders and parsers, with random bytes. More arguments go to libFuzzer, as in
# `./run.sh Frames -max_total_time=3600`; what it finds stays in .build/fuzzing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
subject=${1:-}
case $subject in
    GameBoy) files=(Firmware/Blocks/Checksums/*.swift Firmware/IO/{Text,Pictures}/*.swift Firmware/GameBoy/Core/*/*.swift) ;;
    Frames) files=(Firmware/Blocks/{Checksums,Frames}/*.swift) ;;
    *)
        echo "what is to be fuzzed: GameBoy or Frames" >&2
        exit 2
        ;;
esac
shift
out=.build/fuzzing/$subject
mkdir -p "$out/sources" "$out/corpus"
rm -f "$out/sources"/*.swift
# One module of all, so that the sanitizers see all; the import lines would look for others.
for file in "${files[@]}" "Tests/Fuzzing/${subject}Fuzzer.swift"; do
    sed -E '/^import (Checksums|Frames|Text|Pictures|GameBoy)$/d' "$file" >"$out/sources/$(basename "$(dirname "$file")")$(basename "$file")"
done
swiftc -swift-version 6 -parse-as-library -O -wmo -module-name "${subject}Fuzzer" -sanitize=fuzzer,address \
    -enable-experimental-feature Lifetimes -o "$out/fuzzer" "$out/sources"/*.swift
SWIFT_BACKTRACE=enable=no exec "$out/fuzzer" -artifact_prefix="$out/" -max_len=4096 -len_control=0 "$@" "$out/corpus"
