#!/usr/bin/env bash
# The tests that run on the chip, in QEMU on each board that has a machine there, and faults on purpose.
set -u
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. Boards/build.sh
. Tests/check.sh
need qemu-system-arm qemu-system-arm

# target [ARGUMENT]: runs the test image of the board in use.
target() {
    local arguments="enable=on,target=native,arg=martlet"
    [ $# = 0 ] || arguments+=",arg=$1"
    output=$(timeout 60 qemu-system-arm -M "$qemu_machine" -kernel "$(image_path RuntimeTests)" -display none \
        -monitor none -serial null -semihosting-config "$arguments" 2>&1 </dev/null)
    status=$?
}

for name in $(boards); do
    use_board "$name"
    [ -n "$qemu_machine" ] || continue
    build_image RuntimeTests
    target
    printf '%s\n' "$output" | sed "s/^\(pass\|FAIL\): /\1: $name: /" | grep -v ' passed, '
    totals=$(printf '%s\n' "$output" | grep -E '^[0-9]+ passed, [0-9]+ failed$' | tail -n 1)
    if [ -n "$totals" ]; then
        passed=$((passed + ${totals%% passed*}))
        totals=${totals#*, }
        failed=$((failed + ${totals%% failed*}))
    else
        miss "$name: the tests on the chip run to their end" "$output"
    fi
    expect_equal "$name: the tests on the chip end with 0" $status 0

    target fault=read
    expect "$name: a read from nowhere says so" 'nothing answered a read or write' "$output"
    expect "$name: and where" 'at address 0x6FFFFFF0' "$output"
    target fault=stack
    expect "$name: a stack overflow says so" 'the stack overflowed' "$output"
    target fault=trap
    expect "$name: a failed precondition says so" "a trap of the program's own checks" "$output"
    target fault=frames
    expect "$name: a task that outgrows its memory is named" 'fault in task glutton' "$output"
    target fault=allocation
    expect "$name: an allocation after start-up says so" 'memory was asked for after start-up; bytes: 24' "$output"
done
finish
