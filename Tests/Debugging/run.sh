#!/usr/bin/env bash
# The debugger on images in QEMU: the table of tasks, async backtraces of tasks that wait, run and were preempted, and what is
# said of garbage. An image that has tasks in every state is stopped at a known place, time being counted in instructions.
set -u
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. Boards/build.sh
. Tests/check.sh
need gdb-multiarch gdb-multiarch
need_qemu
scratch_folder=$(mktemp -d)
trap 'rm -rf "$scratch_folder"' EXIT

state=Tests/OnTarget/DebugTests/State.swift main=Tests/OnTarget/DebugTests/main.swift
# at TEXT: the place of a line of the image, by what it has.
at() { printf '%s:%s' "$state" "$(grep -nF "$1" "$state" | head -n 1 | cut -d : -f 1)"; }
stop=$(at 'Tests/Debugging stops here')

# session IMAGE ARGUMENTS...: what gdb says in a batch, standard error after standard output.
session() {
    local elf=$1
    shift
    output=$(timeout 120 Boards/debug.sh "$elf" qemu "$qemu_machine" enable=on,target=native \
        -kernel "$(image_path DebugTests)" -icount shift=0 \
        -- -batch "$@" 2>"$scratch_folder/errors" </dev/null)
    status=$?
    output+=$'\n'$(cat "$scratch_folder/errors")
}

# row TASK PATTERN: the table has a line of the task with this after its name, as an extended regular expression.
row() {
    if grep -qE "^$1 +$2$" <<<"$output"; then
        pass "$board: the table's line of $1"
    else
        miss "$board: the table's line of $1" "no «$2» in:"$'\n'"$output"
    fi
}

# frames NAME TEXT...: the output has these texts in this order, each in a line after that of the one before.
frames() {
    local name=$1 text rest=$output
    shift
    for text in "$@"; do
        if [[ $rest != *"$text"* ]]; then
            miss "$board: $name" "no «$text», in its place, in:"$'\n'"$output"
            return
        fi
        rest=${rest#*"$text"}
        rest=${rest#*$'\n'}
    done
    pass "$board: $name"
}

# The backtraces of the tasks that are called child, each by its address.
cat >"$scratch_folder/children.py" <<'PYTHON'
import gdb, re
for address in re.findall(r"(?m)^child .* (0x\w+) ", gdb.execute("martlet tasks", to_string=True)):
    gdb.execute("martlet backtrace " + address)
PYTHON

for name in NetduinoPlus2 MPS2AN386; do
    use_board "$name"
    build_image DebugTests
    elf=$(image_path DebugTests)
    here=(-ex "tbreak $stop" -ex continue)

    session "$elf" -ex 'martlet tasks' "${here[@]}" -ex 'martlet tasks' -ex 'martlet backtrace deep' -ex 'martlet backtrace' \
        -ex 'martlet backtrace busy' -ex "source $scratch_folder/children.py" -ex "tbreak $(at 'func stopHere')" -ex continue \
        -ex 'martlet backtrace'
    expect "$name: before start-up nothing is shown" 'martlet: the program has not started yet' "$output"
    address='0x2[0-9a-f]{7} [0-9]+/1024'
    row deep "3 +waiting +Signal\.wait\(\) on door +$address"
    row readings "5 +waiting +Channel\.receive\(until:\) on readings until 7200\.0[0-9]{5} s +$address"
    row turnstile "6 +waiting +Semaphore\.acquire\(until:\) on turnstile +$address"
    row parent "0 +waiting +the end of task child \(0x2[0-9a-f]{7}\) +$address"
    row group "0 +waiting +a child of its group +$address"
    row sleeper "0 +waiting +sleep\(for:\) until 60\.0[0-9]{5} s +$address"
    row ended "0 +ended +$address"
    row visitor "2 +running +$address"
    row busy "0 +preempted +$address"
    row turn "0 +ready +$address"
    row child '4 +waiting +sleep\(for:\) until 3600\.0[0-9]{5} s +0x2[0-9a-f]{7} [0-9]+/768'
    expect_equal "$name: and no other" "$(grep -cE ' 0x2[0-9a-f]{7} [0-9]+/[0-9]+$' <<<"$output")" 12

    frames 'the calls of a task that waits' 'task deep (0x' ' Signal.wait()' " innermost() at $(at 'await door.wait()')" \
        " middle(_:) at $(at 'await middle(depth - 1)')" " middle(_:) at $(at 'await middle(depth - 1)')" \
        " outermost() at $(at 'await middle(1)')" ' closure #1 in main'
    frames 'those of the task that runs' 'level 2, running' "#0  enter() at $stop" "#1  visit() at $(at 'await enter()')" \
        '#2  closure #8 in main' 'level 0, preempted'
    frames 'those of one that it preempted' 'level 0, preempted' '#0  <interrupt>' " closure #9 in main at $main"
    frames "those of a task's child" 'task child (0x' ' sleep(for:)' " childWork() at $(at 'await sleep(for: .seconds(3600))')" \
        " closure #1 in closure #4 in main at $main"
    frames 'and of a child of a group' ' closure #1 in closure #1 in closure #5 in main'
    frames 'and those above a function that an async one calls' '#0  stopHere() at' "#1  enter() at $stop" \
        "#2  visit() at $(at 'await enter()')" '#3  closure #8 in main'

    # Wherever the chip stops, there is an answer, and the calls of the task that runs are right or said to be unknown: from
    # here across calls, the end of the poll, and the first instructions of the next task.
    cat >"$scratch_folder/walk.py" <<'PYTHON'
import gdb
answers = wrong = 0
for step in range(40):
    gdb.execute("stepi 7", to_string=True)
    for command in ("martlet tasks", "martlet backtrace", "martlet backtrace busy", "martlet backtrace visitor"):
        try:
            text = gdb.execute(command, to_string=True)
        except gdb.error as error:
            text = str(error)
            wrong += not text.startswith("martlet: ")
        answers += text != ""
    known = [line.split(None, 1)[1] for line in text.splitlines()[1:] if line.startswith("#")][-2:]
    if "running" in text and "and no further: who awaits" not in text:
        wrong += [name.split(" at ")[0] for name in known] != ["visit()", "closure #8 in main"]
print(answers, "answers", wrong, "wrong")
PYTHON
    session "$elf" "${here[@]}" -x "$scratch_folder/walk.py"
    expect "$name: an answer wherever the chip stops, and none that is wrong" '160 answers 0 wrong' "$output"
done

# MARK: Garbage

use_board NetduinoPlus2
elf=$(image_path DebugTests)
here=(-ex "tbreak $stop" -ex continue)
context='((context *) first_task->resume_context)->parent'
session "$elf" "${here[@]}" -ex 'set first_task->next_made->next_made = first_task' -ex 'martlet tasks' \
    -ex 'set first_task->next_made->next_made = 0x12345678' -ex 'martlet tasks'
expect 'a list of tasks that goes round' 'and no more: the list of tasks comes back to the one at 0x2' "$output"
expect 'and one that leads out of RAM' 'and no more: the list of tasks is damaged: 0x12345678 is no address in RAM.' "$output"
session "$elf" "${here[@]}" -ex "set $context->parent = $context" -ex 'martlet backtrace deep' \
    -ex "set $context->parent = 0x40000000" -ex 'martlet backtrace deep' -ex "set $context->resume = 0x40000001" \
    -ex 'martlet backtrace deep' -ex 'set first_task->resume = 0' -ex 'martlet backtrace deep' -ex 'martlet tasks'
expect 'a chain of contexts that goes round' 'and no further: the chain comes back to the context at 0x2' "$output"
expect 'one that leads out of the task' "the next context would be at 0x40000000, outside the task's memory" "$output"
expect 'a return to where there is no code' 'goes on at 0x40000001, where the image has no code' "$output"
expect 'and a task that has nowhere to go on' 'and no further: it goes on at 0x0, where the image has no code' "$output"
session "$elf" "${here[@]}" -ex 'set first_task->arena_top = 1' -ex 'martlet tasks' \
    -ex 'set martlet_state.executor = 77' -ex 'martlet tasks'
expect 'a header that cannot be' 'which cannot be' "$output"
expect 'a state that start-up has not made' 'the program has not started yet' "$output"

# MARK: What is asked for

session "$elf" -ex 'tbreak martlet_run_thread' -ex continue -ex 'martlet tasks' -ex 'martlet backtrace' \
    -ex 'martlet backtrace deep'
expect 'no task runs before Dispatcher.run' 'martlet: no task runs: name one of deep, readings' "$output"
expect 'one that has not run yet' $'It has not run yet, and begins with\n#0  closure #1 in main at '"$main" "$output"
session "$elf" "${here[@]}" -ex 'martlet backtrace nobody' -ex 'martlet backtrace 0x20000000' -ex 'martlet tasks all' \
    -ex 'martlet backtrace child' -ex 'help martlet backtrace'
expect 'a task that is not there' 'martlet: there is no task nobody; there are: deep, readings, turnstile' "$output"
expect 'an address without a task' 'martlet: there is no task at 0x20000000; `martlet tasks` prints where they are.' "$output"
expect 'a name that two have' 'martlet: there are 2 tasks child; give the address of one: 0x2' "$output"
expect 'an argument too many' 'martlet: `martlet tasks` takes no argument' "$output"
expect 'help' "TASK is a task's name or address" "$output"
arm-none-eabi-objcopy --strip-debug "$elf" "$scratch_folder/stripped"
session "$scratch_folder/stripped" -ex 'martlet tasks'
expect 'an image without debug information' "stripped has no debug information of Martlet's runtime" "$output"
output=$(Boards/debug.sh "$scratch_folder/nothing" qemu 2>&1)
expect 'no image' 'build it first' "$output"
output=$(GDB=no-such-gdb Boards/debug.sh "$elf" qemu 2>&1)
expect 'no gdb' 'GDB is no-such-gdb, and there is no such program' "$output"
output=$(Boards/debug.sh "$elf" toaster target/stm32f4x.cfg 2>&1)
expect 'a probe that there is not' 'there is no probe toaster; there are: stlink cmsis-dap jlink' "$output"
output=$(timeout 60 ./run.sh --debug --image DebugTests -- -batch -ex 'martlet tasks' 2>&1 </dev/null)
expect 'run.sh --debug is that' 'martlet: the program has not started yet' "$output"
finish
