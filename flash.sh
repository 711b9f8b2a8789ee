#!/usr/bin/env bash
# Builds an image and programs it into a board through OpenOCD.
set -euo pipefail
here=$(pwd)
cd "$(dirname "${BASH_SOURCE[0]}")"
. Boards/build.sh

usage() {
    cat <<'TEXT'
usage: ./flash.sh [--board NAME] [--image NAME] [--rom FILE.gb] [--probe NAME] [--dry-run] [-- probe arguments]

Builds an image for a board, programs it into the board's flash, verifies it, and resets the board. What is
missing (OpenOCD, the Arm tools) is installed. The log's sectors keep what they hold.

  --board NAME     NetduinoPlus2 (the default) or another folder of Boards
  --image NAME     Console (the default) or another folder of Firmware/Images
  --rom FILE.gb    a Game Boy program for the cartridge slot
  --probe NAME     stlink (the default), cmsis-dap, jlink, or simulated, which needs no hardware
  --dry-run        check all that needs no probe, print the OpenOCD command line, and stop

What follows -- goes to the simulated probe: see `martlet probe --help`. It keeps the board's flash in
.martlet/<board>.flash unless told otherwise. The exit status is 0 if the board was programmed, 1 if
programming failed, and 2 if something is to be put right first.
TEXT
}

board=NetduinoPlus2 image=Console rom="" probe=stlink dry_run=""
while [ $# -gt 0 ]; do
    case $1 in
    --board | --image | --rom | --probe)
        [ $# -ge 2 ] || fail "$1 wants a value"
        printf -v "${1#--}" %s "$2"
        shift 2
        ;;
    --dry-run) dry_run=yes && shift ;;
    --help | -h) usage && exit 0 ;;
    --) shift && break ;;
    *) usage >&2 && fail "unknown argument $1" ;;
    esac
done

absolute() { case $1 in /*) printf %s "$1" ;; *) printf %s "$here/$1" ;; esac; }

# MARK: What is asked for

use_board "$board"
[ -n "$openocd_target" ] ||
    fail "$board is not flashed: OpenOCD has no target for it; run it with ./run.sh --board $board"
# Looked at before the build, which takes a while.
[ "$probe" = simulated ] || use_probe "$probe" simulated
[ $# = 0 ] || [ "$probe" = simulated ] || fail "only the simulated probe takes arguments"

# MARK: The image

program=(--elf "$(image_path "$image")" --board "$board" --memory "$memory_file" --target "$openocd_target" --probe "$probe")
if [ -n "$rom" ]; then
    mkdir -p "$scratch"
    make_cartridge "$(absolute "$rom")" "$scratch/cartridge.bin"
    program+=(--cartridge "$scratch/cartridge.bin" "$cartridge_address")
fi
build_image "$image"
exec Boards/program.sh "${program[@]}" ${dry_run:+--dry-run} -- "$@"
