# What program.sh and its tests ask of a built image before anything is written. Sourced after build.sh, with the linker's
# memory file in `memory_file` and a folder for temporary files in `scratch`.

# regions NAME...: the named regions of the board's memory file, a line each: first address, end.
regions() {
    local name
    for name in "$@"; do
        sed -n "s/^ *$name .*ORIGIN = \(0x[0-9A-Fa-f]*\), LENGTH = \([0-9]*\)\([KM]\).*/\1 \2 \3/p" "$memory_file" |
            while read -r start length unit; do
                [ "$unit" = K ] || length=$((length * 1024))
                printf '%d %d\n' "$((start))" "$((start + length * 1024))"
            done
    done
}

# is_inside START END NAME...: whether the addresses lie in one of the named regions.
is_inside() {
    local first=$1 last=$2 start end
    shift 2
    while read -r start end; do
        [ "$first" -ge "$start" ] && [ "$last" -le "$end" ] && return 0
    done < <(regions "$@")
    return 1
}

# loads ELF: what is loaded where, a line a segment: first address, end.
loads() {
    local type offset virtual physical in_file rest
    arm-none-eabi-readelf -lW "$1" 2>/dev/null | while read -r type offset virtual physical in_file rest; do
        if [ "$type" = LOAD ] && [ $((in_file)) -gt 0 ]; then
            printf '%d %d\n' "$((physical))" "$((physical + in_file))"
        fi
    done
}

# spans ELF: the bytes the image has in each region, from the first to the last: address and length, a line each.
spans() {
    local region start end first last
    for region in BOOT CODE; do
        first="" last=""
        while read -r start end; do
            is_inside "$start" "$end" "$region" || continue
            [ -n "$first" ] && [ "$first" -le "$start" ] || first=$start
            [ -n "$last" ] && [ "$last" -ge "$end" ] || last=$end
        done < <(loads "$1")
        [ -z "$first" ] || printf '0x%08x %d\n' "$first" $((last - first))
    done
}

# check_image ELF: fails unless the image fits the chip's regions, which leave out the log's sectors, and its
# vector table is one a core can start from.
check_image() {
    [ -f "$1" ] || fail "there is no file $1: the build made none"
    local start end segments stack reset
    segments=$(loads "$1")
    [ -n "$segments" ] || fail "$1 is no image: it has no segment to load"
    while read -r start end; do
        is_inside "$start" "$end" BOOT CODE || fail "$(printf \
            '%s has bytes at 0x%08x to 0x%08x, outside the regions of %s' "$1" "$start" "$end" "$memory_file")"
    done <<<"$segments"

    # The core reads the first two words after reset: where the stack begins, and where to start.
    local table="$scratch/vectors.bin"
    arm-none-eabi-objcopy -O binary -j .vectors "$1" "$table" 2>/dev/null || true
    read -r stack reset < <(od -An -v -tu4 -N8 "$table" 2>/dev/null) || true
    [ -n "${reset:-}" ] || fail "$1 has no vector table"
    # The stack pointer is the end of the stack, so it may be the end of the RAM; never its beginning.
    { [ $((stack % 8)) = 0 ] && is_inside $((stack - 8)) "$stack" RAM; } ||
        fail "$(printf '%s has the stack pointer 0x%08x, which is no address to begin a stack at' "$1" "$stack")"
    # Bit 0 says Thumb, the only instructions there are.
    { [ $((reset & 1)) = 1 ] && is_inside $((reset - 1)) $((reset + 1)) BOOT CODE; } ||
        fail "$(printf '%s has the reset vector 0x%08x, which is no function of the image' "$1" "$reset")"
}
