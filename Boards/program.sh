#!/usr/bin/env bash
# program.sh --elf FILE --board NAME --memory FILE --target FILE --probe NAME [--cartridge FILE ADDRESS] [--dry-run]
#            [-- probe arguments]
#
# Programs a built image into a board through OpenOCD, verifies it, and resets the board. Only the sectors that the image has
# bytes in are erased, so a log keeps what it holds. --board is the name for messages and the simulated probe's file,
# --memory the linker's memory file, --target OpenOCD's description of the chip. flash.sh and `martlet flash` start it; the
# status is 0 if the board was programmed, 1 if that failed, and 2 if something is to be put right first.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$root/Boards/build.sh"
. "$root/Boards/image.sh"

elf="" board="" memory_file="" openocd_target="" probe="" cartridge="" cartridge_address="" dry_run=""
while [ $# -gt 0 ]; do
    case $1 in
    --elf) elf=$2 && shift 2 ;;
    --board) board=$2 && shift 2 ;;
    --memory) memory_file=$2 && shift 2 ;;
    --target) openocd_target=$2 && shift 2 ;;
    --probe) probe=$2 && shift 2 ;;
    --cartridge) cartridge=$2 cartridge_address=$3 && shift 3 ;;
    --dry-run) dry_run=yes && shift ;;
    --) shift && break ;;
    *) fail "unknown argument $1" ;;
    esac
done

scratch=$(dirname "$elf")

# tcl PATH: the path as a word of OpenOCD's language.
tcl() { if [[ $1 =~ ^[A-Za-z0-9_./-]+$ ]]; then printf %s "$1"; else printf '{%s}' "$1"; fi; }

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

check_image "$elf"
if [ "$probe" = simulated ]; then interface=(); else use_probe "$probe" simulated; fi
[ $# = 0 ] || [ "$probe" = simulated ] || fail "only the simulated probe takes arguments"
need openocd openocd

# A log's sectors are kept: `pad` erases the whole of the sectors that the given bytes lie in, and no other; the image's bytes
# are given a region of the memory file at a time, and a log's sectors are in none. (OpenOCD's own `program` would erase the
# same sectors, but fill each to its end.)
work=(-c init -c "reset init")
while read -r start length; do
    work+=(-c "flash erase_address pad $start $length")
done < <(spans "$elf")
work+=(-c "flash write_image $(tcl "$elf")" -c "verify_image $(tcl "$elf")")
if [ -n "$cartridge" ]; then
    work+=(-c "flash erase_address pad $cartridge_address $(stat -c %s "$cartridge")")
    file=$(tcl "$cartridge")
    work+=(-c "flash write_image $file $cartridge_address bin" -c "verify_image $file $cartridge_address bin")
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
    . "$root/Boards/simulated-probe.sh"
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
  Is it another kind? --probe takes stlink, cmsis-dap and jlink; in Martlet's sources ./flash.sh also takes simulated, which
  needs no hardware.
  OpenOCD's own words are in $log"
}

if ! "${connection[@]}" -c init -c shutdown >"$log" 2>&1; then
    if grep -qiE 'open failed|unable to find a matching CMSIS-DAP|No J-Link device found|Failed to connect' "$log"; then
        explain_absent_probe
    fi
    ! grep -q "Can't find $openocd_target" "$log" ||
        fail "OpenOCD has no description $openocd_target of the chip; ls /usr/share/openocd/scripts/target lists those that it has"
    grep -i '^error' "$log" >&2 || cat "$log" >&2
    fail "the probe answers, and the chip does not: is the board powered, and are SWDIO, SWCLK and GND connected?"
fi

# MARK: Programming

printf 'programming %s into %s\n' "$(basename "$elf")" "$board"
status=0
"${connection[@]}" "${work[@]}" >"$log" 2>&1 || status=$?
if [ $status != 0 ]; then
    cat "$log" >&2
    printf '%s: programming %s failed; the board may hold part of it\n' "${0##*/}" "$board" >&2
    exit 1
fi
[ "$probe" != simulated ] || finish_simulated_probe
printf 'programmed, verified and reset\n'
