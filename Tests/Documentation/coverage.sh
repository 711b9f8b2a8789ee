#!/usr/bin/env bash
# Looks that every public declaration has a doc comment, and that the comment of one that throws names the errors. It reads
# the symbol graphs of the modules of HAL, Boards, Firmware and Simulator, as DocC does, so a comment on a protocol's
# requirement counts for its witnesses. Of the images and the command nothing is public for others. Needs the host's debug
# build. What only the chip has is read from the source.
set -u
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. Tests/check.sh
host=.build/debug
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

folders=(HAL Boards Firmware Simulator)
left_out=(Firmware/Images Simulator/Martlet)
target=$(swift -print-target-info | sed -nE 's/.*"unversionedTriple": "([^"]*)".*/\1/p' | head -n 1)
excluded=()
for folder in "${left_out[@]}"; do excluded+=(--without "$folder"); done

mkdir "$work/graphs"
for module in "$host"/Modules/*.swiftmodule; do
    name=$(basename "$module" .swiftmodule)
    # Of another package, or a module of tests.
    case $name in ArgumentParser* | *Tests) continue ;; esac
    output=$(swift symbolgraph-extract -module-name "$name" -I "$host/Modules" -I Simulator/LinuxEvents \
        -Xcc "-fmodule-map-file=$host/HardwareChecksum.build/module.modulemap" -minimum-access-level public \
        -target "$target" -output-dir "$work/graphs" 2>&1) || miss "symbol graph of $name" "$output"
done

for folder in "${folders[@]}"; do
    if output=$(python3 Tests/Documentation/coverage.py . "$work/graphs" "$folder" "${excluded[@]}" 2>&1); then
        pass "$folder: every public declaration has a doc comment, with the errors that it throws"
    else
        miss "$folder: doc comments" "$(wc -l <<<"$output") missing:"$'\n'"$output"
    fi
done

mapfile -t files < <(git ls-files 'HAL/*.swift' 'Boards/*.swift' 'Firmware/*.swift' ':!Firmware/Images')
if output=$(python3 Tests/Documentation/coverage.py . --chip "${files[@]}" 2>&1); then
    pass "what only the chip has: every public declaration has a doc comment"
else
    miss "what only the chip has: doc comments" "$output"
fi

# The check finds what is missing: a declaration without a comment, one whose errors are not named, and no others.
cat >"$work/Sample.swift" <<'SWIFT'
public struct Bare {}
/// What went wrong.
public enum SampleError: Error {
    /// It was late.
    case late
}
/// A requirement has the comment of its witnesses.
public protocol Commented {
    /// What it does. Throws `late` if there was no time.
    func run() throws(SampleError)
}
/// A witness.
public struct Witness: Commented, Equatable {
    public func run() throws(SampleError) {}
    /// Does it, perhaps.
    public func silent() throws(SampleError) {}
    /// Throws what the body does.
    public func pass<Failure>(_ body: () throws(Failure) -> Void) throws(Failure) {}
}
SWIFT
if output=$(cd "$work" && mkdir sample && swiftc -emit-module -module-name Sample -emit-module-path Sample.swiftmodule \
    -swift-version 6 Sample.swift 2>&1 && swift symbolgraph-extract -module-name Sample -I . -target "$target" \
    -minimum-access-level public -output-dir sample 2>&1); then
    mkdir "$work/Sources" && mv "$work/Sample.swift" "$work/Sources"
    sed -i 's|/Sample.swift|/Sources/Sample.swift|g; s|\\/Sample.swift|\\/Sources\\/Sample.swift|g' "$work"/sample/*.json
    expect_equal "what is missing is found" "$(python3 Tests/Documentation/coverage.py "$work" "$work/sample" Sources)" \
        "Sources/Sample.swift:1: Bare: no doc comment
Sources/Sample.swift:16: Witness.silent(): throws SampleError, and its doc comment names no error"
else
    miss "what is missing is found" "$output"
fi
finish
