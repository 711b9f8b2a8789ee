#!/usr/bin/env bash
# Does what Boards/README.md says, step by step, in a copy of the project: a fenced block that names a file is written there,
# and one of commands is run. Needs the host's debug build, whose `martlet` stands in for one built for release.
set -u
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. Tests/check.sh
root=$(pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
git ls-files -z | xargs -0 cp -P --parents -t "$work"
cd "$work" || exit

# do_block: does the block that was read.
do_block() {
    if [ -n "$path" ]; then
        mkdir -p "$(dirname "$path")"
        printf '%s' "$block" >"$path"
        pass "guide: $path"
    elif [ "$kind" = sh ]; then
        local commands=${block//swift run -c release martlet/$root/.build/debug/martlet}
        if output=$(bash -euc "$commands" 2>&1 </dev/null); then
            pass "guide: ${block%%[$' \n']*}${output:+: $(tail -n 1 <<<"$output")}"
        else
            miss "guide: ${block%%$'\n'*}" "$output"
        fi
    fi
}

block="" path="" kind="" inside=no
while IFS= read -r line; do
    if [[ $line == '```'* ]]; then
        if [ $inside = yes ]; then
            do_block
            inside=no
        else
            read -r kind path <<<"${line#'```'}"
            block="" inside=yes
        fi
    elif [ $inside = yes ]; then
        block+=$line$'\n'
    fi
done <"$root/Boards/README.md"

# The addresses that the LED's stores go to are constants of the image.
listing=$(cat blink.txt 2>/dev/null)
expect "guide: the image turns the LED on" "0x48000408" "$listing"
expect "guide: and off" "0x48000404" "$listing"
finish
