#!/usr/bin/env bash
# Every target declares what its sources import: the modules of this package, on the host and for a board of each family. And
# it imports only what is in a lower layer, or in its own (ARCHITECTURE.md). And no C function is declared twice.
set -u
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. Boards/build.sh
. Tests/check.sh
need python3 python3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# layer PATH: the number of the layer that a target's folder is in.
layer() {
    case $1/ in
    HAL/Core/* | Firmware/Blocks/* | Firmware/Release/*) echo 0 ;;
    HAL/Interfaces/* | HAL/PAC/*) echo 1 ;;
    HAL/*) echo 2 ;;
    Boards/* | Firmware/Runtime/*) echo 3 ;;
    Firmware/Tasks/* | Firmware/Queues/*) echo 4 ;;
    Firmware/IO/*) echo 5 ;;
    Firmware/Devices/*) echo 6 ;;
    Firmware/Storage/*) echo 7 ;;
    Firmware/GameBoy/*) echo 8 ;;
    Firmware/Martlet/*) echo 9 ;;
    Firmware/Images/*) echo 10 ;;
    Simulator/*) echo 11 ;;
    Tests/*) echo 12 ;;
    *) echo none ;;
    esac
}

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
    local name path dependencies module undeclared="" upwards="" own other
    local -A layers=()
    while read -r name path dependencies; do
        layers[$name]=$(layer "$path")
        [ "${layers[$name]}" != none ] || upwards+="; $path is in no layer"
    done <"$work/targets"
    while read -r name path dependencies; do
        while read -r module; do
            # What a source imports for the model checker is declared by the target that has links to it.
            # What is not a target here is the toolchain's, or only of another platform. TargetBoard is an alias.
            grep -q "^$module " "$work/targets" || continue
            [[ " $dependencies " == *" $module "* ]] || undeclared+="; $name imports $module"
        done < <(find "$path/" -name '*.docc' -prune -o -name '*.swift' -exec sed -nE '/^#if MODEL_CHECKING/,/^#else/d; s/^ *(@[a-zA-Z_]+ )?import ([A-Za-z0-9_]+).*/\2/p' {} + | sort -u)
        own=${layers[$name]}
        for module in $dependencies; do
            other=${layers[$module]:-0}
            [ "$other" = none ] || [ "$own" = none ] || [ "$other" -le "$own" ] || upwards+="; $name ($path) depends on $module"
        done
    done <"$work/targets"
    if [ -z "$upwards" ]; then
        pass "targets depend only downwards for $1"
    else
        miss "targets depend only downwards for $1" "${upwards#; }"
    fi
    if [ -z "$undeclared" ]; then
        pass "what $(wc -l <"$work/targets") targets import is declared for $1"
    else
        miss "what targets import is declared for $1" "${undeclared#; }"
    fi
}

expect_equal 'the newest version of CHANGELOG.md is the one in the sources' \
    "$(sed -nE 's/^## \[([0-9.]+)\].*/\1/p' CHANGELOG.md | head -n 1)" \
    "$(sed -nE 's/.*StaticString \{ "(.*)" \}/\1/p' Firmware/Release/MartletVersion.swift)"
# A C function has its declaration in a header, which its callers and its definition include. `@_cdecl` and an `extern` in a C
# file would be a second one, which the compiler holds against nothing.
retyped=$(grep -rnE '@_cdecl|^ *extern .*\(' --include='*.swift' --include='*.c' HAL Firmware Boards Tests/OnTarget || true)
expect_equal 'C functions are declared in headers alone' "$retyped" ''

unset MARTLET_BOARD
check 'the host'
for name in NetduinoPlus2 MPS2AN386; do MARTLET_BOARD=$name check "$name"; done
# The documentation has a sentence for each module whose pages are made.
missing=$(sed -nE 's/^ {8}- ([A-Za-z0-9]+)$/\1/p' .spi.yml | while read -r module; do
    grep -q "^$module " Simulator/Documentation/modules.txt || printf ' %s' "$module"
done)
if [ -z "$missing" ]; then
    pass 'modules.txt says what each documented module is'
else
    miss 'modules.txt says what each documented module is' "none of:$missing"
fi
finish
