#!/usr/bin/env bash
# The tests that run on the chip, in QEMU on each board that has a machine there, and faults on purpose.
set -u
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. Boards/build.sh
. Tests/check.sh
need_qemu

# target IMAGE ICOUNT [ARGUMENT]: runs an image of the board in use. Time is counted in instructions, so that what the
# host is busy with makes no difference.
target() {
    local arguments="enable=on,target=native,arg=martlet"
    [ $# -lt 3 ] || arguments+=",arg=$3"
    # What the tests of the MPS2 boards' two-wire interface talk to.
    local devices=""
    [[ $qemu_machine != mps2-* ]] || devices="-device at24c-eeprom,address=0x50,rom-size=4096"
    output=$(timeout 120 "$qemu" -M "$qemu_machine" -icount "$2" -kernel "$(image_path "$1")" -display none \
        $devices -monitor none -serial null -semihosting-config "$arguments" 2>&1 </dev/null)
    status=$?
}

# suite IMAGE ICOUNT: runs an image that prints its checks and their totals, and adds them.
suite() {
    target "$1" "$2"
    printf '%s\n' "$output" | sed "s/^\(pass\|FAIL\): /\1: $board: /" | grep -v ' passed, '
    local totals
    totals=$(printf '%s\n' "$output" | grep -E '^[0-9]+ passed, [0-9]+ failed$' | tail -n 1)
    if [ -n "$totals" ] && [ "${totals%% passed*}" -gt 0 ]; then
        passed=$((passed + ${totals%% passed*}))
        totals=${totals#*, }
        failed=$((failed + ${totals%% failed*}))
    else
        miss "$board: $1 runs to its end" "$output"
    fi
    expect_equal "$board: $1 ends with 0" $status 0
}

# mistake WORD TEXT [MORE]: runs FaultTests with a mistake, and expects its report, explained as run.sh does, to have a text.
mistake() {
    target FaultTests shift=0 "$1"
    explained=$(printf '%s' "$output" | Boards/locate.sh "$PWD/$(image_path FaultTests)")
    expect "$board: the mistake '$1' is reported" "$2" "$explained"
    [ $# -lt 3 ] || expect "$board: and explained" "$3" "$explained"
}

# console WORD: runs FaultTests with its console on the output.
console() {
    output=$(timeout 120 "$qemu" -M "$qemu_machine" -icount shift=0 -kernel "$(image_path FaultTests)" -display none \
        -monitor none -serial stdio -semihosting-config "enable=on,target=native,arg=martlet,arg=$1" 2>&1 </dev/null)
    status=$?
}

for name in $(emulated_boards); do
    use_board "$name"
    build_image RuntimeTests
    suite RuntimeTests shift=0

    # The host's tests have the same flight, and judge it.
    build_image SensorFusion
    target SensorFusion shift=0,sleep=off
    expect "$name: a Kalman filter's flight" 'off by: pressure alone 0.297 m, filter 0.072 m and 0.053 m/s' "$output"

    target RuntimeTests shift=0 fault=read
    expect "$name: a read from nowhere says so" 'nothing answered a read or write' "$output"
    expect "$name: and where" 'at address 0x6FFFFFF0' "$output"
    target RuntimeTests shift=0 fault=stack
    expect "$name: a stack overflow says so" 'the stack overflowed' "$output"
    target RuntimeTests shift=0 fault=trap
    expect "$name: a failed precondition says what, and where" 'asked for (RuntimeTestsMain/FaultOnPurpose.swift:' "$output"
    target RuntimeTests shift=0 fault=frames
    expect "$name: a task that outgrows its memory is named" 'fault in task glutton' "$output"
    target RuntimeTests shift=0 fault=pool
    expect "$name: a child too many says so" 'the task pool is used up; slots: 2' "$output"
    expect "$name: and whose it is" 'fault in task parent of three' "$output"
    target RuntimeTests shift=0 fault=locals
    expect "$name: and copied values too large for a slot" "copies of task-local values outgrow its slot" "$output"
    target RuntimeTests shift=0 fault=level
    expect "$name: a level that there is not says so" 'there are levels from 0 to 8 (Tasks/' "$output"
    if [[ $qemu_machine == mps2-* ]]; then
        target RuntimeTests shift=0 fault=watchdog
        expect "$name: a watchdog that is fed is quiet" 'fed for 20 ms' "$output"
        expect "$name: one that is not says so" 'the non-maskable interrupt' "$output"
    fi
    target RuntimeTests shift=0 fault=allocation
    expect "$name: an allocation after start-up says so" 'memory was asked for after start-up, and no block' "$output"
    expect "$name: and what to call" 'StartupMemory.reserveBlocks is free for it; bytes: 24' "$output"

    build_image FaultTests
    mistake fatal 'fault in task mistake: my own message (FaultTestsMain/main.swift:'
    expect_equal "$name: and ends the emulation" "$status" 70
    console strings
    expect "$name: print, and characters of strings" 'hallo welt é👋🏽: 13 characters, 21 bytes, true' "$output"
    expect "$name: sets and dictionaries" 'set of 2, dictionary 6' "$output"
    expect "$name: random numbers take every value" 'random 255' "$output"
    expect "$name: functions of Double and Float" '3.0 2.0 1.5811388300841898 -3.0' "$output"
    expect "$name: atomics of 8 bytes" 'true 1099511627777 5' "$output"
    expect "$name: an overridden async method" 'overridden 2' "$output"
    expect "$name: intervals and instants in words" '3 ms -1.5 s 2.000001 s never' "$output"
    expect "$name: a busy wait is as long with interrupts masked" 'blocked 150 150' "$output"
done

use_board NetduinoPlus2
mistake overflow 'Swift runtime failure: arithmetic overflow' 'print(Int.max + zero() + 1)'
mistake bounds 'Swift runtime failure: Index out of bounds' 'print(values[zero() + 9])'
mistake unwrap 'Unexpectedly found nil while unwrapping an Optional value' 'print(nothing!)'
mistake precondition 'my own precondition (FaultTestsMain/main.swift:' 'precondition(zero() > 0'
mistake bus 'PRECISERR: nothing answered a read or write' 'bfar=6FFFFFF0'
mistake level8 'PRECISERR: nothing answered a read or write' 'Level8.bind(spareLine)'
mistake nested 'a shared value was locked inside its own lock; level: 5' 'MainActor.withLock(shared)'
mistake producers 'a queue has one producer, and its end is taken' 'takeProducer()'
mistake lazy 'a lazy global was used before its initializer, at pc, had ended' 'one-time initialization function for table'
mistake handlers 'its lines are bound to two levels' 'handleInterrupt()'
mistake budget 'a budget for a level that there is not; levels are 0 to 8, not: 40'
mistake masked "the time was asked for while the clock's interrupt was held off"
mistake memory 'no block of StartupMemory.reserveBlocks is free for it'
mistake processoverflow 'the process stack overflowed'
mistake processwait 'only what runs on a process stack can wait on it'
mistake processmasked 'a process stack waits with interrupts held back'
mistake processlocked 'a process stack waits with interrupts held back'
mistake processhandler 'only what runs on a process stack can wait on it'
mistake runtwice 'Dispatcher.run in a handler, or a second time'
mistake preconcurrency 'code isolated to an actor was entered at another level (FaultTestsMain/main.swift:'
mistake nodispatcher 'Dispatcher.run without Dispatcher.start before it'
mistake noclock 'the time was asked for before SystemClock.start' 'sleep'
mistake onedispatchline 'an interrupt line was bound twice; line: 22' 'Dispatcher.start'
mistake twice 'an interrupt line was bound twice; line: 61' 'Dispatcher.start'
mistake clocktwice 'a core exception was bound twice; number: 15' 'Level8.bind'
mistake dispatchline 'an interrupt line was bound twice; line: 63' 'bind'
mistake twolevels 'an interrupt line was bound twice; line: 22' 'bind'

build_image SharedStorageTests
suite SharedStorageTests shift=0,sleep=off

# SysTick counts fast enough there to be put on each instruction.
build_image SweepTests
suite SweepTests shift=0,sleep=off

# Eight nanoseconds an instruction, which is what the chip's 168 MHz come to: a minute of it.
build_image SchedulingTests
suite SchedulingTests shift=3,sleep=off
finish
