#!/usr/bin/env bash
# Every Swift file has the layout of .swift-format. What the register generator writes has its own, and templates are no
# Swift before their names are filled in.
set -u
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. Tests/check.sh
mapfile -t files < <(git ls-files '*.swift' ':!HAL/PAC' ':!Simulator/Templates')
if output=$(swift format lint --strict "${files[@]}" 2>&1); then
    pass "${#files[@]} files are laid out as .swift-format says"
else
    miss 'layout; swift format -i FILE mends it' "$output"
fi
finish
