#!/usr/bin/env bash
# Everything that shows Martlet works: XCTest on the host, misuse that must not compile, the images on every
# board, tests on the chip in QEMU, the console as people use it, and flashing. What is missing is installed.
#
# usage: ./test.sh [--all] [--seed NUMBER]
#
# What is slow and much alike runs on a sample: one of the MPS2 boards, some of the register files, some of the packages
# outside or the tutorials. The seed that chooses it is printed; --seed chooses it again, and --all runs everything.
#
# GAMEBOY_ROMS names a folder of public test programs, SM83_VECTORS a file of CPU vectors and SVD_FILES a folder of register
# files, if there are any; QEMU_SYSTEM_ARM another QEMU than that on the path. The last line is
# `N passed, N failed, N skipped`, with the reasons above it; the status is 0 if nothing failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. Boards/build.sh
. Tests/check.sh
MARTLET_TEST_SEED=$RANDOM
while [ $# -gt 0 ]; do
    case $1 in
    --all) MARTLET_TEST_SEED="" && shift ;;
    --seed)
        [[ ${2:-} =~ ^[0-9]+$ ]] || fail "--seed wants a number"
        MARTLET_TEST_SEED=$2
        shift 2
        ;;
    *) fail "unknown argument $1; usage: ./test.sh [--all] [--seed NUMBER]" ;;
    esac
done
export MARTLET_TEST_SEED
[ -z "$MARTLET_TEST_SEED" ] || printf 'a sample of what is slow, by ./test.sh --seed %s; ./test.sh --all runs everything\n' "$MARTLET_TEST_SEED"

logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT
log=$logs/log reasons=$logs/reasons host_log=$logs/host
: >"$reasons"

section() { printf '\n== %s (%d min %d s)\n' "$1" $((SECONDS / 60)) $((SECONDS % 60)); }

# add PASSED FAILED [SKIPPED]
add() {
    passed=$((passed + $1))
    failed=$((failed + $2))
    skipped=$((skipped + ${3:-0}))
}

# script FILE: runs a script that ends with `N passed, N failed, N skipped`, and adds its totals.
script() {
    "$1" 2>&1 | tee "$log"
    add_totals "$1" "${PIPESTATUS[0]}" "$log"
}

# add_totals FILE STATUS LOG: adds the totals at the end of what a script has printed.
add_totals() {
    local totals
    totals=$(tail -n 1 "$3" | sed -nE 's/^([0-9]+) passed, ([0-9]+) failed, ([0-9]+) skipped$/\1 \2 \3/p')
    if [ -z "$totals" ]; then
        printf 'FAIL: %s ended with status %d and no totals\n' "$1" "$2"
        add 0 1
    elif [[ $totals == '0 0 0' ]]; then
        printf 'FAIL: %s tested nothing\n' "$1"
        add 0 1
    else
        add $totals
        sed -n 's/^skip: //p' "$3" >>"$reasons"
    fi
}

# build_tests ARGUMENTS...: runs `swift build --build-tests`; what it prints is shown if it fails.
build_tests() {
    swift build --build-tests "$@" >"$log" 2>&1 && return
    cat "$log"
    printf 'FAIL: the host build\n'
    return 1
}

# report_tests LOG STATUS: prints what `swift test` said, but for what passed, and adds its totals.
report_tests() {
    local status=$2 totals executed failures left_out failing
    grep -vE "^Test (Case|Suite) .*(started|passed)" "$1" | grep -vE '^(◇|↳|✔)'
    # Every suite prints such a line, the outermost last.
    totals=$(grep -E 'Executed [0-9]+ tests?, with' "$1" | tail -n 1)
    executed=$(sed -E 's/.*Executed ([0-9]+) tests?.*/\1/' <<<"$totals")
    failures=$(sed -E 's/.* ([0-9]+) failures? \(.*/\1/' <<<"$totals")
    left_out=$(sed -nE 's/.*with ([0-9]+) tests? skipped.*/\1/p' <<<"$totals")
    if [ -n "$totals" ] && grep -qE "Test Suite '(All|Selected) tests' (passed|failed)" "$1"; then
        failing=$(grep -cE "^Test Case '.*' failed" "$1")
        add $((executed - ${left_out:-0} - failing)) "$failing" "${left_out:-0}"
        sed -nE 's/.* : Test skipped: (.*)/\1/p' "$1" | sort | uniq -c | sed -E 's/^ *([0-9]+) (.*)/\2 (\1 tests)/' >>"$reasons"
        # What else went wrong has no test of its own: an error outside of one, a report of the sanitizer.
        [ "$failing" != 0 ] || [ "$failures" = 0 -a "$status" = 0 ] || add 0 1
    else
        printf 'FAIL: the host tests did not run to their end\n'
        tail -n 20 "$1"
        add 0 1
    fi
}

# run_tests ARGUMENTS...: runs `swift test` on what was built with these arguments, and adds its totals.
run_tests() {
    swift test --skip-build "$@" >"$log" 2>&1
    report_tests "$log" $?
}

need arm-none-eabi-gcc "gcc-arm-none-eabi libnewlib-arm-none-eabi"
need_qemu
need sdasgb sdcc

section 'Host: build'
if ! build_tests; then
    printf '0 passed, 1 failed, 0 skipped\n'
    exit 1
fi

# The tests on the host have one thread and take minutes: the next sections use the other core meanwhile.
swift test --skip-build >"$host_log" 2>&1 &
host_tests=$!

section 'Host: thread sanitizer'
# What runs on several threads. A report makes the status that of a failure though every test has passed.
export MARTLET_TESTS=HostExecutorTests,HostStoreTests,QueuesTests
sanitized=(--sanitize=thread --scratch-path .build/tsan)
if build_tests "${sanitized[@]}"; then
    # The power cuts of the store have one thread and many files.
    run_tests "${sanitized[@]}" --skip PowerCutTests
else
    add 0 1
fi
unset MARTLET_TESTS

section 'Misuse that must not compile'
script Tests/Misuse/run.sh

section 'What the pages print'
script Tests/Documentation/run.sh

section 'Layout'
script Tests/Layout/run.sh

section 'Doc comments'
script Tests/Documentation/coverage.sh

section 'What the manifest declares'
script Tests/Manifest/run.sh

section 'Host: XCTest'
wait "$host_tests"
report_tests "$host_log" $?

section 'The gameboy command'
script Tests/GameBoyCommand/run.sh

section 'Register files'
script Tests/RegisterFiles/run.sh

section 'Images'
# builds BOARD IMAGE
builds() {
    if (use_board "$1" && build_image "$2"); then
        printf 'pass: %s builds for %s\n' "$2" "$1"
        add 1 0
    else
        add 0 1
    fi
}
for name in $(emulated_boards); do builds "$name" Console; done
builds STM32F4Discovery Handheld

script Tests/Placement/run.sh

# Packages are built while the emulator, which has one thread, runs.
packages=$(sample 1 Outside Tutorial)
(for part in $packages; do
    "Tests/$part/run.sh" >"$logs/$part" 2>&1 </dev/null
    echo $? >"$logs/$part.status"
done) &
package_tests=$!

section 'On the chip'
script Tests/OnTarget/run.sh

section 'What it costs'
script Tests/Benchmarks/run.sh
script Tests/AccessCost/run.sh
script Tests/UnitCost/run.sh

section 'The console'
script Tests/EndToEnd/run.sh

section 'The debugger'
script Tests/Debugging/run.sh

section 'From a register file to a blinking LED'
script Tests/Guide/run.sh

section 'Packages outside, or what the tutorials say'
wait "$package_tests"
for part in $packages; do
    cat "$logs/$part"
    add_totals "Tests/$part/run.sh" "$(cat "$logs/$part.status")" "$logs/$part"
done

section 'Flashing, to the simulated probe'
script Tests/Flashing/run.sh

section 'Done'
[ ! -s "$reasons" ] || sort -u "$reasons" | sed 's/^/skipped: /'
printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
[ "$failed" = 0 ]
