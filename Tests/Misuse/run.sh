#!/usr/bin/env bash
# Misuse that must not compile: each file here but the controls is refused by the compiler with the
# diagnostics its `// expect:` lines name. Needs the host's debug build.
set -u
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
passed=0 failed=0

check() {
    local output
    output=$(swiftc -emit-sil -o /dev/null -swift-version 6 -parse-as-library -I .build/debug/Modules \
        -enable-experimental-feature BuiltinModule -enable-experimental-feature RawLayout \
        -enable-upcoming-feature NonisolatedNonsendingByDefault -diagnostic-style llvm "$1" 2>&1)
    local status=$? missing=""
    if [[ ${1##*/} == control*.swift ]]; then
        [ $status = 0 ] || missing="it does not compile"
    elif [ $status = 0 ]; then
        missing="it compiles"
    else
        while IFS= read -r text; do
            [[ $output == *"$text"* ]] || missing="no diagnostic says: $text"
        done < <(sed -n 's|^// expect: ||p' "$1")
    fi
    if [ -z "$missing" ]; then
        printf 'pass: misuse %s\n' "$(basename "$1" .swift)"
    else
        printf 'FAIL: misuse %s: %s\n%s\n' "$(basename "$1" .swift)" "$missing" "$output"
        return 1
    fi
}

# Two at once; what each says is printed in order.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for file in Tests/Misuse/*.swift; do
    while [ "$(jobs -rp | wc -l)" -ge 2 ]; do wait -n; done
    (check "$file" >"$work/$(basename "$file").log"; echo $? >"$work/$(basename "$file").status") &
done
wait
for file in Tests/Misuse/*.swift; do
    cat "$work/$(basename "$file").log"
    if [ "$(cat "$work/$(basename "$file").status")" = 0 ]; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
done
printf '%d passed, %d failed, 0 skipped\n' "$passed" "$failed"
[ $failed = 0 ]
