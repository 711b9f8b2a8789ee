#!/usr/bin/env bash
# Builds an image and runs it in QEMU, its console on standard input and output.
set -euo pipefail
here=$(pwd)
cd "$(dirname "${BASH_SOURCE[0]}")"
. Boards/build.sh

usage() {
    cat <<'TEXT'
usage: ./run.sh [--board NAME] [--image NAME] [--rom FILE.gb] [--frames WARM:COUNT] [--storage FILE]
                [--debug] [-- arguments]

Builds an image for a board and runs it in QEMU, the console on standard input and output. What is missing
(QEMU, the Arm libraries) is installed. The exit status is the firmware's.

  --board NAME     NetduinoPlus2 (the default) or another folder of Boards
  --image NAME     Console (the default) or another folder of Firmware/Images
  --rom FILE.gb    a Game Boy program for the cartridge slot
  --frames WARM:COUNT
                   for Benchmarks: frames run before counting, and counted; 300:1200 by default
  --storage FILE   where the log is kept between runs; .martlet/<board>.storage by default
  --debug          gdb, with the chip at its first instruction; `help martlet` there lists what it knows of tasks
  --probe NAME     with --debug: on a board, by stlink, cmsis-dap or jlink; ./flash.sh programs it first

What follows -- are arguments for QEMU, or with --debug for gdb, such as -batch -ex continue. At a terminal Ctrl-A X ends QEMU.
Piped input is sent a line a prompt, and its end is Ctrl-D.
TEXT
}

board=NetduinoPlus2 image=Console rom="" frames=300:1200 storage="" debug="" probe=""
while [ $# -gt 0 ]; do
    case $1 in
    --board | --image | --rom | --frames | --storage | --probe)
        [ $# -ge 2 ] || fail "$1 wants a value"
        printf -v "${1#--}" %s "$2"
        shift 2
        ;;
    --debug) debug=yes && shift ;;
    --help | -h) usage && exit 0 ;;
    --) shift && break ;;
    *) usage >&2 && fail "unknown argument $1" ;;
    esac
done
[[ $frames =~ ^[0-9]{1,6}:[0-9]{1,4}$ ]] || fail "--frames wants WARM:COUNT, such as 300:1200"

absolute() { case $1 in /*) printf %s "$1" ;; *) printf %s "$here/$1" ;; esac; }

use_board "$board"
debugger="$(pwd)/Boards/debug.sh" elf="$(pwd)/$(image_path "$image")"
if [ -n "$probe" ]; then
    [ -n "$debug" ] || fail "--probe goes with --debug; ./flash.sh programs a board"
    [ -n "$openocd_target" ] || fail "OpenOCD has no target for $board; debug it without --probe, in QEMU"
    build_image "$image"
    cd "$here"
    exec "$debugger" "$elf" "$probe" "$openocd_target" -- "$@"
fi
[ -n "$qemu_machine" ] || fail "$board has no machine in QEMU; flash it with ./flash.sh --board $board"
build_image "$image"
need_qemu

storage=$(absolute "${storage:-$(pwd)/.martlet/$board.storage}")
mkdir -p "$(dirname "$storage")"
# An empty file is a new one to the image: what is not there yet can be locked, too.
[ "$image" = Benchmarks ] || [ -e "$storage" ] || { : >>"$storage"; } 2>/dev/null || true
if [ "$image" != Benchmarks ] && [ -f "$storage" ] && [ -r "$storage" ]; then
    # Two logs in one file would each destroy what the other writes. QEMU inherits the lock, and has it until it ends.
    exec {lock}<"$storage"
    flock -n "$lock" || fail "the storage file $storage is in use by another run; give this one its own with --storage"
fi
arguments=()
# A comma would end QEMU's own argument, so it is doubled.
host="enable=on,target=native,arg=martlet,arg=storage=${storage//,/,,}"
if [ "$image" = Benchmarks ]; then
    # An instruction takes a nanosecond of virtual time. The program's name comes last, for it may hold spaces.
    arguments+=(-icount "shift=0,sleep=off")
    name=$(basename "$rom")
    host="enable=on,target=native,arg=martlet,arg=frames=$frames${rom:+,arg=rom=${name//,/,,}}"
fi
if [ -n "$rom" ]; then
    cartridge="$(pwd)/$scratch/cartridge.bin"
    make_cartridge "$(absolute "$rom")" "$cartridge"
    arguments+=(-device "loader,file=${cartridge//,/,,},addr=$cartridge_address,force-raw=on")
fi

run=("$(pwd)/Boards/qemu.sh" "$elf" "$qemu_machine" "$host" "${arguments[@]}" "$@")
cd "$here"
[ -z "$debug" ] || exec "$debugger" "$elf" qemu "$qemu_machine" "$host" "${arguments[@]}" -- "$@"
[ ! -t 0 ] || exec "${run[@]}"

# Bytes sent before the firmware listens are lost, so each line waits for a prompt. The prompt has no line end;
# reading up to its last character, or for a moment, passes everything else on as it comes.
export LC_ALL=C
coproc console { exec "${run[@]}"; }
pid=$console_PID
exec 3<&"${console[0]}" 4>&"${console[1]}"
exec {console[0]}<&- {console[1]}>&-
trap 'kill "$pid" 2>/dev/null' EXIT
tail=""
while true; do
    chunk=""
    ended=0
    IFS= read -r -d '>' -t 0.2 chunk <&3 || ended=$?
    [ $ended = 0 ] && chunk+='>'
    printf %s "${chunk//$'\r'/}"
    [ $ended = 1 ] && break
    tail=$tail$chunk
    # Of a shorter string bash gives nothing.
    [ ${#tail} -le 16 ] || tail=${tail: -16}
    if [[ $tail == *'martlet>' ]]; then
        tail=""
        if IFS= read -r line || [ -n "$line" ]; then
            printf '%s\r' "$line" >&4
        else
            printf '\004' >&4
        fi
    fi
done
trap - EXIT
status=0
wait "$pid" || status=$?
exit $status
