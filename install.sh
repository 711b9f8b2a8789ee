#!/usr/bin/env bash
# Installs the `martlet` command, the sources that packages build on, and the Swift SDK for the chip.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. Boards/build.sh

usage() {
    cat <<'TEXT'
usage: ./install.sh [--prefix FOLDER]

Builds the `martlet` command and puts it into FOLDER/bin, ~/.local by default, and Martlet's sources into
FOLDER/share/martlet. Then makes the Swift SDK. What is missing (the Arm libraries, QEMU) is installed.
TEXT
}

prefix=~/.local
while [ $# -gt 0 ]; do
    case $1 in
    --prefix)
        [ $# -ge 2 ] || fail "$1 wants a value"
        prefix=$2
        shift 2
        ;;
    --help | -h) usage && exit 0 ;;
    *) usage >&2 && fail "unknown argument $1" ;;
    esac
done

command -v swift >/dev/null || fail "swift is missing: Martlet needs the Swift 6.3 toolchain (swift.org/install)"
need arm-none-eabi-gcc "gcc-arm-none-eabi libnewlib-arm-none-eabi"
need_qemu
mkdir -p "$prefix/bin" "$prefix/share" || fail "$prefix cannot be written"
home=$prefix/share/martlet
rm -rf "$home"
mkdir -p "$home"
# What packages build on, without the tests, and what their manifest names; no builds.
tar c --exclude=.git --exclude='.build*' --exclude=.martlet --exclude=./Tests . | tar x -C "$home"
printf 'building martlet\n' >&2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
swift build --package-path "$home" --product martlet-installed --scratch-path .build/install >"$log" 2>&1 || {
    cat "$log" >&2
    fail "martlet does not build"
}
install -m 755 .build/install/debug/martlet-installed "$prefix/bin/martlet"
"$prefix/bin/martlet" sdk install
printf 'martlet is in %s/bin\n' "$prefix"
case ":$PATH:" in
*":$prefix/bin:"*) ;;
*) printf 'it is not on the PATH: export PATH=%s/bin:$PATH\n' "$prefix" ;;
esac
