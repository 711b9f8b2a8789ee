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

finish() {
    printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
    [ "$failed" = 0 ]
}
