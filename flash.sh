#!/usr/bin/env bash
# Builds an image and programs it into a board through OpenOCD.
set -euo pipefail
here=$(pwd)
cd "$(dirname "${BASH_SOURCE[0]}")"
. Boards/build.sh
. Boards/image.sh

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

# quoted WORD...: the words as a shell reads them.
quoted() {
    local word separator=""
    for word in "$@"; do
        [[ $word =~ ^[A-Za-z0-9_./:=-]+$ ]] || word=${word@Q}
        printf '%s%s' "$separator" "$word"
        separator=" "
    done
    printf '\n'
}

# MARK: What is asked for

use_board "$board"
[ -n "$openocd_target" ] ||
    fail "$board is not flashed: OpenOCD has no target for it; run it with ./run.sh --board $board"
if [ "$probe" = simulated ]; then interface=(); else use_probe "$probe" simulated; fi
[ $# = 0 ] || [ "$probe" = simulated ] || fail "only the simulated probe takes arguments"

# MARK: The image

if [ -n "$rom" ]; then
    mkdir -p "$scratch"
    cartridge="$scratch/cartridge.bin"
    make_cartridge "$(absolute "$rom")" "$cartridge"
fi
build_image "$image"
check_image "$(image_path "$image")"

# MARK: The tool

need openocd openocd

# The log's sectors are kept: `pad` erases the whole of the sectors that the given bytes lie in, and no other;
# the image's bytes are given a region at a time, and the regions leave out sectors 1 to 3. (OpenOCD's own
# `program` would erase the same sectors, but fill each to its end.)
elf=$(image_path "$image")
work=(-c init -c "reset init")
while read -r start length; do
    work+=(-c "flash erase_address pad $start $length")
done < <(spans "$elf")
work+=(-c "flash write_image $elf" -c "verify_image $elf")
if [ -n "$rom" ]; then
    work+=(-c "flash erase_address pad $cartridge_address $(stat -c %s "$cartridge")")
    work+=(-c "flash write_image $cartridge $cartridge_address bin" -c "verify_image $cartridge $cartridge_address bin")
fi
work+=(-c "reset run" -c shutdown)

# use_simulated_probe PORT: the simulated probe speaks JTAG over a socket. Its chip has no core that could run
# OpenOCD's flash algorithm from a work area, no reset line, and no clock to change.
use_simulated_probe() {
    interface=(-c "adapter driver remote_bitbang" -c "remote_bitbang host 127.0.0.1" -c "remote_bitbang port $1")
    interface+=(-c "transport select jtag" -c "set WORKAREASIZE 0")
    quiet=(-c "reset_config none")
    quiet+=(-c "stm32f4x.cpu configure -event reset-start {}" -c "stm32f4x.cpu configure -event reset-init {}")
}

quiet=()
# OpenOCD would listen for debuggers; nobody calls, and another one may hold the ports.
ports=(-c "gdb_port disabled" -c "tcl_port disabled" -c "telnet_port disabled")
if [ -n "$dry_run" ]; then
    # The port is known once the probe runs.
    [ "$probe" != simulated ] || use_simulated_probe PORT
    quoted openocd "${ports[@]}" "${interface[@]}" -f "$openocd_target" "${quiet[@]}" "${work[@]}"
    exit 0
fi

# MARK: The probe

log="$scratch/openocd.log"
if [ "$probe" = simulated ]; then
    . Boards/simulated-probe.sh
    start_simulated_probe "$@"
    use_simulated_probe "$port"
fi
connection=(openocd "${ports[@]}" "${interface[@]}" -f "$openocd_target" "${quiet[@]}")

# explain_absent_probe: what to do when OpenOCD found no probe.
explain_absent_probe() {
    local looked_for
    case $probe in
    stlink) looked_for="an ST-LINK (USB vendor 0483)" ;;
    cmsis-dap) looked_for="a USB device with CMSIS-DAP in its name" ;;
    jlink) looked_for="a J-Link (USB vendor 1366)" ;;
    simulated) looked_for="the simulated probe on a port of this machine" ;;
    esac
    fail "OpenOCD could not open the probe. It looked for $looked_for.
  Is it plugged in? lsusb lists what is.
  Is it in that list, but not yours to open? OpenOCD's udev rules (60-openocd.rules) give it to the group
  plugdev: reload them with udevadm control --reload, plug the probe in again, and be in that group.
  Is it another kind? --probe takes stlink, cmsis-dap, jlink, and simulated, which needs no hardware.
  OpenOCD's own words are in $log"
}

if ! "${connection[@]}" -c init -c shutdown >"$log" 2>&1; then
    if grep -qiE 'open failed|unable to find a matching CMSIS-DAP|No J-Link device found|Failed to connect' "$log"; then
        explain_absent_probe
    fi
    grep -i '^error' "$log" >&2 || cat "$log" >&2
    fail "the probe answers, and the chip does not: is the board powered, and are SWDIO, SWCLK and GND connected?"
fi

# MARK: Programming

printf 'programming %s into %s\n' "$image" "$board"
status=0
"${connection[@]}" "${work[@]}" >"$log" 2>&1 || status=$?
if [ $status != 0 ]; then
    cat "$log" >&2
    printf '%s: programming %s failed; the board may hold part of it\n' "${0##*/}" "$board" >&2
    exit 1
fi
[ "$probe" != simulated ] || finish_simulated_probe
printf 'programmed, verified and reset\n'
