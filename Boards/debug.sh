#!/usr/bin/env bash
# debug.sh IMAGE qemu MACHINE SEMIHOSTING [ARGUMENTS] [-- GDB ARGUMENTS]
# debug.sh IMAGE PROBE TARGET [-- GDB ARGUMENTS]
#
# gdb on an image, with its tasks (Simulator/Debugger/martlet.py): in QEMU, with the arguments that qemu.sh takes, or on a board,
# by a debug probe and OpenOCD's description of the chip. The chip stands at its first instruction. The
# debugger and what it debugs talk through a pipe, so no port is taken. run.sh and the martlet command start it.
set -euo pipefail
here=$(pwd)
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$root/Boards/build.sh"

image=${1:?an image} server=${2:?qemu or a debug probe}
shift 2
words=()
while [ $# -gt 0 ] && [ "$1" != -- ]; do words+=("$1") && shift; done
[ $# = 0 ] || shift
[ -f "$image" ] || fail "there is no image $image: build it first"
# Debian's gdb for any processor. GDB names another that knows the chip's and has Python.
gdb=${GDB:-gdb-multiarch}
[ -n "${GDB:+set}" ] && [ -z "$(command -v "$gdb")" ] && fail "GDB is $gdb, and there is no such program"
need "$gdb" gdb-multiarch

scratch=$(mktemp -d)
readers=()
trap 'kill "${readers[@]}" 2>/dev/null || true; rm -rf "$scratch"' EXIT
# Ctrl-C stops the chip, and is gdb's.
trap : INT
commands=()
if [ "$server" = qemu ]; then
    further=("${words[@]:2}") semihosting=${words[1]}
    qemu_words "$image" "${words[0]}"
    # The console's output appears here, and what the firmware says by semihosting, a fault explained. The keyboard is gdb's, so
    # the console is typed to by `martlet type`.
    mkfifo "$scratch/console.in" "$scratch/console.out" "$scratch/said"
    cat "$scratch/console.out" >&2 &
    readers+=($!)
    "$root/Boards/locate.sh" "$image" <"$scratch/said" >&2 &
    readers+=($!)
    words=("$qemu" "${words[@]}" "${further[@]}" -semihosting-config "$semihosting,chardev=said" -S -gdb stdio -chardev "pipe,id=console,path=$scratch/console" -serial chardev:console
        -chardev "file,id=said,path=$scratch/said,append=on")
    export MARTLET_CONSOLE="$scratch/console.in"
else
    [ ${#words[@]} = 1 ] || fail "$server wants OpenOCD's description of the chip, such as target/stm32f4x.cfg"
    use_probe "$server"
    need openocd openocd
    words=(openocd -c "gdb_port pipe" -c "tcl_port disabled" -c "telnet_port disabled" -c "log_output $scratch/openocd.log"
        "${interface[@]}" -f "${words[0]}" -c init)
    if ! "${words[@]}" -c shutdown >/dev/null 2>&1; then
        ! grep -q "Can't find" "$scratch/openocd.log" ||
            fail "OpenOCD has no description ${words[-1]} of the chip; ls /usr/share/openocd/scripts/target lists those that it has"
        grep -i '^error' "$scratch/openocd.log" >&2 || cat "$scratch/openocd.log" >&2
        fail "OpenOCD does not reach the chip through $server: is the probe plugged in, and yours to open, and the board powered?"
    fi
    words+=(-c "reset halt")
    # Whether the board has this image; flashing is another command's.
    commands+=(-ex "compare-sections .vectors" -ex "compare-sections .text")
fi
# gdb has a shell start it.
command=$(printf '%s ' "${words[@]@Q}")
cd "$here"
status=0
"$gdb" -q -ex "set pagination off" -ex "set confirm off" -ex "source $root/Simulator/Debugger/martlet.py" \
    -ex "martlet file $image" -ex "target extended-remote | exec $command" "${commands[@]}" "$@" || status=$?
if [ ${#readers[@]} != 0 ]; then
    # What was said last is passed on. A reader that QEMU never opened its pipe for waits, until somebody does.
    : <>"$scratch/console.out" <>"$scratch/said"
    wait "${readers[@]}" || true
fi
exit $status
