#!/usr/bin/env bash
# qemu.sh IMAGE MACHINE SEMIHOSTING [ARGUMENTS]
#
# Runs an image in a machine of QEMU's, the console on standard input and output; at a terminal Ctrl-A X ends it. What the
# firmware says by semihosting comes on standard error, a fault's report explained. SEMIHOSTING is QEMU's configuration of that,
# ARGUMENTS are further ones for QEMU. The status is the image's. run.sh and `martlet run` start it.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$root/Boards/build.sh"

image=$1
qemu_words "$image" "$2"
words+=(-semihosting-config "$3")
shift 3
serial=stdio
[ ! -t 0 ] || serial=mon:stdio
exec {explained}> >("$root/Boards/locate.sh" "$image" >&2)
explanation=$!
# A standard input that is closed is an empty one.
{ : <&0; } 2>/dev/null || exec </dev/null
"$qemu" "${words[@]}" -serial "$serial" "$@" <&0 2>&$explained &
pid=$!
# QEMU ends with status 0 then, as if the image had ended well.
ended=""
trap 'ended=143; kill "$pid" 2>/dev/null' TERM
trap 'ended=129; kill "$pid" 2>/dev/null' HUP
trap : INT
exec {explained}>&-
status=0
wait "$pid" || status=$?
# A signal ends the wait; QEMU then ends, too, or goes on after a Ctrl-C that is the firmware's.
while kill -0 "$pid" 2>/dev/null; do
    status=0
    wait "$pid" || status=$?
done
wait "$explanation" || true
exit "${ended:-$status}"
