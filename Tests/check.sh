# How the script tests count and speak. Sourced; `finish` prints the totals and is the script's status.
passed=0 failed=0 skipped=0

# expect NAME TEXT OUTPUT: the output contains the text.
expect() {
    if [[ $3 == *"$2"* ]]; then
        pass "$1"
    else
        miss "$1" "no «$2» in:"$'\n'"$3"
    fi
}

# expect_equal NAME GOT EXPECTED
expect_equal() {
    if [ "$2" = "$3" ]; then pass "$1"; else miss "$1" "got «$2», expected «$3»"; fi
}

pass() {
    printf 'pass: %s\n' "$1"
    passed=$((passed + 1))
}

miss() {
    printf 'FAIL: %s: %s\n' "$1" "$2"
    failed=$((failed + 1))
}

# skip REASON: what cannot run here.
skip() {
    printf 'skip: %s\n' "$1"
    skipped=$((skipped + 1))
}

# sample COUNT ITEM...: so many of the items, a line each, chosen by MARTLET_TEST_SEED; all of them where that is not set.
sample() {
    local count=$1 item
    shift
    [ -n "${MARTLET_TEST_SEED:-}" ] || count=$#
    for item in "$@"; do
        printf '%s %s\n' "$(md5sum <<<"${MARTLET_TEST_SEED:-} $item" | cut -c 1-8)" "$item"
    done | sort | head -n "$count" | cut -d ' ' -f 2-
}

# emulated_boards: the boards with a machine in QEMU, a line each: the first that people see, and a sample of one of the others.
emulated_boards() {
    local others
    mapfile -t others < <(grep -lE '^qemu_machine="?[a-z]' Boards/*/board.sh | xargs -n 1 dirname | xargs -n 1 basename | grep -v NetduinoPlus2)
    printf 'NetduinoPlus2\n'
    sample 1 "${others[@]}"
}

# keep_swift_sdks FOLDER: remembers there what Swift SDKs are registered. `swift sdk` has one list for each user, whatever HOME
# is; restore_swift_sdks FOLDER brings back what tests have put in the place of others.
keep_swift_sdks() { [ ! -d "$swift_sdks" ] || cp -a "$swift_sdks" "$1/swift-sdks"; }
restore_swift_sdks() {
    rm -rf "$swift_sdks"
    [ ! -d "$1/swift-sdks" ] || cp -a "$1/swift-sdks" "$swift_sdks"
}
swift_sdks=$(getent passwd "$(id -u)" | cut -d : -f 6)/.swiftpm/swift-sdks

finish() {
    printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
    [ "$failed" = 0 ]
}
