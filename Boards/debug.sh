#!/usr/bin/env bash
# debug.sh IMAGE qemu WORDS... [-- GDB ARGUMENTS]
# debug.sh IMAGE PROBE TARGET [-- GDB ARGUMENTS]
#
# gdb on an image, with its tasks (Simulator/Debugger/martlet.py): in QEMU, with its command line but for what a debugger
# needs, or on a board, by a debug probe and OpenOCD's description of the chip. The chip stands at its first instruction. The
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
# Debian's gdb for any processor; where gdb itself knows the chip's, it may be named by GDB.
gdb=${GDB:-gdb-multiarch}
need "$gdb" gdb-multiarch

scratch=$(mktemp -d)
readers=()
trap '[ ${#readers[@]} = 0 ] || kill "${readers[@]}" 2>/dev/null; rm -rf "$scratch"' EXIT
# Ctrl-C stops the chip, and is gdb's.
trap : INT
commands=()
if [ "$server" = qemu ]; then
    need_qemu
    # The console's output appears here, and what the firmware says by semihosting, a fault explained. The keyboard is gdb's, so
    # the console is typed to by `martlet type`.
    mkfifo "$scratch/console.in" "$scratch/console.out" "$scratch/said"
    cat "$scratch/console.out" >&2 &
    readers+=($!)
    "$root/Boards/locate.sh" "$image" <"$scratch/said" >&2 &
    readers+=($!)
    words=("$qemu" "${words[@]}" -S -gdb stdio -chardev "pipe,id=console,path=$scratch/console" -serial chardev:console
        -chardev "file,id=said,path=$scratch/said,append=on" -semihosting-config chardev=said)
    export MARTLET_CONSOLE="$scratch/console.in"
    # QEMU would run on, and gdb wait for its end.
    commands+=(-ex "python gdb.events.gdb_exiting.connect(lambda event: gdb.execute('kill') if gdb.selected_inferior().pid else None)")
else
    [ ${#words[@]} = 1 ] || fail "$server wants OpenOCD's description of the chip, such as target/stm32f4x.cfg"
    use_probe "$server"
    need openocd openocd
    words=(openocd -c "gdb_port pipe" -c "tcl_port disabled" -c "telnet_port disabled" -c "log_output $scratch/openocd.log"
        "${interface[@]}" -f "${words[0]}" -c init -c "reset halt")
    # Whether the board has this image; flashing is another command's.
    commands+=(-ex "monitor reset halt" -ex "compare-sections -r")
fi
# gdb has a shell start it.
command=$(printf '%s ' "${words[@]@Q}")
cd "$here"
status=0
"$gdb" -q -ex "set pagination off" -ex "set confirm off" -ex "source $root/Simulator/Debugger/martlet.py" \
    -ex "martlet file $image" -ex "target extended-remote | exec $command" "${commands[@]}" "$@" || status=$?
if [ "$server" != qemu ] && [ $status != 0 ]; then cat "$scratch/openocd.log" >&2; fi
exit $status
