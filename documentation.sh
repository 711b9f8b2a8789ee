#!/usr/bin/env bash
# Builds the documentation as a site: the catalogue of Firmware/Martlet/Martlet.docc, the project's pages, and the reference of
# every library module, in one folder for any web server. A warning of DocC, such as a link that leads nowhere, is an error; a
# parameter that a comment does not name is none, since a comment need not say what a name says.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. Boards/build.sh

usage() {
    cat <<'TEXT'
usage: ./documentation.sh [--base-path PATH] [--output FOLDER] [--serve PORT]

Builds the site into FOLDER, .build/documentation by default. PATH is where the site will be on its server, such as
/martlet, and empty by default. With --serve the site is then shown at http://localhost:PORT until Ctrl-C.
TEXT
}

base="" output=.build/documentation port=""
while [ $# -gt 0 ]; do
    case $1 in
    --base-path | --output | --serve)
        [ $# -ge 2 ] || fail "$1 wants a value"
        case $1 in
        --base-path) base=$2 ;;
        --output) output=$2 ;;
        --serve) port=$2 ;;
        esac
        shift 2
        ;;
    --help | -h) usage && exit 0 ;;
    *) usage >&2 && fail "unknown argument $1" ;;
    esac
done
[[ $port =~ ^[0-9]*$ ]] || fail "$port is no port; --serve wants a number such as 8000"

command -v swift >/dev/null || fail "swift is missing: Martlet needs the Swift 6.3 toolchain (swift.org/install)"
command -v docc >/dev/null || [ -x "$(dirname "$(readlink -f "$(command -v swift)")")/docc" ] ||
    fail "docc is missing; it comes with the Swift toolchain (swift.org/install)"
need python3 python3
need git git
git rev-parse --is-inside-work-tree >/dev/null 2>&1 || fail "this is no checkout: the site is built from the files that git knows"

# The modules are those that .spi.yml lists.
mapfile -t modules < <(sed -nE 's/^ +- ([A-Za-z0-9]+)$/\1/p' .spi.yml)
[ ${#modules[@]} -gt 0 ] || fail ".spi.yml lists no documentation_targets"

# A copy, so that neither the tree nor its Package.resolved changes. Files keep their times: only what changed is built anew.
sources=.build/documentation-sources
rm -rf "$sources"
mkdir -p "$sources"
git ls-files -z --cached --others --exclude-standard | while IFS= read -r -d '' file; do
    [ ! -e "$file" ] || printf '%s\0' "$file"
done | xargs -0 cp -pP --parents -t "$sources"
catalogue=$sources/Firmware/Martlet/Martlet.docc
swift package --package-path "$sources" --scratch-path .build/documentation-build dump-package >.build/documentation.json ||
    fail "Package.swift cannot be read"
python3 Simulator/Documentation/pages.py "$sources" "$catalogue" "${modules[@]}" <.build/documentation.json ||
    fail "the pages cannot be made"
cp Pictures/levels.svg "$catalogue/Resources/"

arguments=(--enable-experimental-combined-documentation --transform-for-static-hosting)
for name in "${modules[@]}"; do arguments+=(--target "$name"); done
[ -z "$base" ] || arguments+=(--hosting-base-path "$base")
case $output in /*) ;; *) output=$PWD/$output ;; esac
mkdir -p "$(dirname "$output")"
# What DocC says, and what the builds for it do.
log=.build/documentation.log builds=.build/documentation-builds.log
export MARTLET_DOCUMENTATION="${modules[*]}"
printf 'building the documentation of %d modules; %s has what is done\n' ${#modules[@]} "$log" >&2
swift package -j 2 --package-path "$sources" --scratch-path .build/documentation-build \
    --allow-writing-to-directory "$output" generate-documentation "${arguments[@]}" --output-path "$output" \
    >"$log" 2>"$builds" || {
    grep -E -A 12 '^error|: error' "$log" "$builds" >&2 || tail -n 30 "$builds" >&2
    fail "the documentation does not build; $log and $builds have all of it"
}
# A warning is a line, where it is, and the lines of the source. Paths in the copy are paths here.
warnings=$(awk '/^warning: / { shown = !/^warning: Parameter .* is missing documentation/ } /^$/ { shown = 0 } shown' "$log" "$builds" |
    sed "s|$PWD/$sources/||; s|$sources/||")
if [ -n "$warnings" ]; then
    printf '%s\n' "$warnings" >&2
    fail "DocC warns: $(grep -c "^warning: " <<<"$warnings") in all"
fi
# DocC has no page at the top.
printf '<!doctype html><meta charset="utf-8"><title>Martlet</title><meta http-equiv="refresh" content="0; url=documentation/martlet/">\n' \
    >"$output/index.html"
printf 'the site is in %s\n' "$output"
if [ -n "$port" ]; then
    printf 'http://localhost:%s\n' "$port"
    exec python3 -m http.server --bind 127.0.0.1 --directory "$output" "$port"
fi
