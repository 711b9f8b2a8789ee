#!/usr/bin/env bash
# The tests that run on the chip, in QEMU on each board that has a machine there, and faults on purpose.
set -u
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. Boards/build.sh
. Tests/check.sh
need qemu-system-arm qemu-system-arm

# target IMAGE ICOUNT [ARGUMENT]: runs an image of the board in use. Time is counted in instructions, so that what the
# host is busy with makes no difference.
target() {
    local arguments="enable=on,target=native,arg=martlet"
    [ $# -lt 3 ] || arguments+=",arg=$3"
    # What the tests of the MPS2 boards' two-wire interface talk to.
    local devices=""
    [[ $qemu_machine != mps2-* ]] || devices="-device at24c-eeprom,address=0x50,rom-size=4096"
    output=$(timeout 120 qemu-system-arm -M "$qemu_machine" -icount "$2" -kernel "$(image_path "$1")" -display none \
        $devices -monitor none -serial null -semihosting-config "$arguments" 2>&1 </dev/null)
    status=$?
}

# suite IMAGE ICOUNT: runs an image that prints its checks and their totals, and adds them.
suite() {
    target "$1" "$2"
    printf '%s\n' "$output" | sed "s/^\(pass\|FAIL\): /\1: $board: /" | grep -v ' passed, '
    local totals
    totals=$(printf '%s\n' "$output" | grep -E '^[0-9]+ passed, [0-9]+ failed$' | tail -n 1)
    if [ -n "$totals" ]; then
        passed=$((passed + ${totals%% passed*}))
        totals=${totals#*, }
        failed=$((failed + ${totals%% failed*}))
    else
        miss "$board: $1 runs to its end" "$output"
    fi
    expect_equal "$board: $1 ends with 0" $status 0
}

for name in $(boards); do
    use_board "$name"
    [ -n "$qemu_machine" ] || continue
    build_image RuntimeTests
    suite RuntimeTests shift=0

    target RuntimeTests shift=0 fault=read
    expect "$name: a read from nowhere says so" 'nothing answered a read or write' "$output"
    expect "$name: and where" 'at address 0x6FFFFFF0' "$output"
    target RuntimeTests shift=0 fault=stack
    expect "$name: a stack overflow says so" 'the stack overflowed' "$output"
    target RuntimeTests shift=0 fault=trap
    expect "$name: a failed precondition says so" "a trap of the program's own checks" "$output"
    target RuntimeTests shift=0 fault=frames
    expect "$name: a task that outgrows its memory is named" 'fault in task glutton' "$output"
    target RuntimeTests shift=0 fault=pool
    expect "$name: a child too many says so" 'the task pool is used up; slots: 2' "$output"
    expect "$name: and whose it is" 'fault in task parent of three' "$output"
    target RuntimeTests shift=0 fault=locals
    expect "$name: and copied values too large for a slot" "copies of task-local values outgrow its slot" "$output"
    target RuntimeTests shift=0 fault=level
    expect "$name: a level that there is not is trapped" "a trap of the program's own checks" "$output"
    if [[ $qemu_machine == mps2-* ]]; then
        target RuntimeTests shift=0 fault=watchdog
        expect "$name: a watchdog that is fed is quiet" 'fed for 20 ms' "$output"
        expect "$name: one that is not says so" 'the non-maskable interrupt' "$output"
    fi
    target RuntimeTests shift=0 fault=allocation
    expect "$name: an allocation after start-up says so" 'memory was asked for after start-up; bytes: 24' "$output"
done

use_board NetduinoPlus2
build_image SharedStorageTests
suite SharedStorageTests shift=0,sleep=off

# SysTick counts fast enough there to be put on each instruction.
build_image SweepTests
suite SweepTests shift=0,sleep=off

# Eight nanoseconds an instruction, which is what the chip's 168 MHz come to: a minute of it.
build_image SchedulingTests
suite SchedulingTests shift=3,sleep=off
finish
