#!/usr/bin/env bash
# Every target declares what its sources import: the modules of this package, on the host and for a board of each family.
set -u
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. Boards/build.sh
. Tests/check.sh
need python3 python3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# check NAME: the manifest as it is in the environment.
check() {
    if ! swift package --scratch-path "$work/build" dump-package >"$work/manifest" 2>"$work/log"; then
        miss "the manifest for $1" "$(cat "$work/log")"
        return
    fi
    # A line a target: name, path, dependencies.
    python3 - "$work/manifest" >"$work/targets" <<'PYTHON'
import json, sys

for target in json.load(open(sys.argv[1]))["targets"]:
    names = [next(iter(dependency.values()))[0] for dependency in target["dependencies"]]
    print(target["name"], target["path"], *names)
PYTHON
    local name path dependencies module undeclared=""
    while read -r name path dependencies; do
        while read -r module; do
            # What is not a target here is the toolchain's, or only of another platform. TargetBoard is an alias.
            grep -q "^$module " "$work/targets" || continue
            [[ " $dependencies " == *" $module "* ]] || undeclared+="; $name imports $module"
        done < <(find "$path/" -name '*.swift' -exec sed -nE 's/^ *(@[a-zA-Z_]+ )?import ([A-Za-z0-9_]+).*/\2/p' {} + | sort -u)
    done <"$work/targets"
    if [ -z "$undeclared" ]; then
        pass "what $(wc -l <"$work/targets") targets import is declared for $1"
    else
        miss "what targets import is declared for $1" "${undeclared#; }"
    fi
}

unset MARTLET_BOARD
check 'the host'
for name in NetduinoPlus2 MPS2AN386; do MARTLET_BOARD=$name check "$name"; done
finish
