# Starting and stopping the simulated probe, for program.sh. Sourced after build.sh.

# start_simulated_probe ARGUMENTS...: starts the probe, which picks a port, and sets `port`. It ends after two
# sessions (a look, and the programming), and with the script in any case.
start_simulated_probe() {
    local log="$scratch/probe.log" tool line=""
    swift build --package-path "$root" --product martlet >"$scratch/martlet.log" 2>&1 || {
        cat "$scratch/martlet.log" >&2
        fail "the simulated probe does not build"
    }
    tool=$(swift build --package-path "$root" --show-bin-path)/martlet
    mkdir -p .martlet
    exec {probe_output}< <(exec "$tool" probe --sessions 2 --flash ".martlet/$board.flash" "$@" 2>&1)
    probe_process=$!
    trap 'kill "$probe_process" 2>/dev/null || true' EXIT
    read -r -t 30 line <&"$probe_output" || true
    port=${line##* }
    [[ $line == "listening on 127.0.0.1, port "* ]] || fail "the simulated probe did not start: $line"
}

# finish_simulated_probe: waits for the probe's end and passes on what it says was done to the chip.
finish_simulated_probe() {
    cat <&"$probe_output"
    trap - EXIT
    wait "$probe_process" || fail "the simulated probe did not keep the flash"
}
