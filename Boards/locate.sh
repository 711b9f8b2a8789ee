#!/usr/bin/env bash
# locate.sh IMAGE: IMAGE is an ELF file. Passes on what it reads, and after the registers of a fault says what they mean: the
# causes that the core gives, and where in the program the addresses are, by the image's debug information. What a check of
# the compiler's found wrong, such as an arithmetic overflow, is said there too.
set -u
image=${1:-}
if [ ! -f "$image" ]; then
    printf 'usage: locate.sh IMAGE, an ELF file such as .build/BOARD/armv7em-none-none-eabi/release/NAME\n' >&2
    exit 2
fi
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# The bits of CFSR and HFSR (ARMv7-M Architecture Reference Manual, B3.2.15 and B3.2.16).
causes() {
    local cfsr=$((16#$1)) hfsr=$((16#$2)) bit text
    while read -r bit text; do
        [ $((cfsr >> bit & 1)) = 0 ] || printf '  %s\n' "$text"
    done <<'TEXT'
0 IACCVIOL: an instruction was fetched from memory that may not be executed
1 DACCVIOL: data was read or written where the memory protection unit forbids it
3 MUNSTKERR: the memory protection unit forbade unstacking at the return of an exception
4 MSTKERR: the memory protection unit forbade stacking at the entry of an exception
5 MLSPERR: the memory protection unit forbade saving floating-point registers
8 IBUSERR: nothing answered an instruction fetch
9 PRECISERR: nothing answered a read or write, by the instruction at pc
10 IMPRECISERR: nothing answered a write, by an instruction somewhere before pc
11 UNSTKERR: nothing answered unstacking at the return of an exception
12 STKERR: nothing answered stacking at the entry of an exception
13 LSPERR: nothing answered saving floating-point registers
16 UNDEFINSTR: an undefined instruction: a trap of the program's own checks, or no code
17 INVSTATE: a jump to an address without the Thumb bit
18 INVPC: a return from an exception to nowhere
19 NOCP: a floating-point instruction while the coprocessor is off
24 UNALIGNED: an unaligned access of a kind that must be aligned
25 DIVBYZERO: a division by zero
TEXT
    [ $((hfsr >> 1 & 1)) = 0 ] || printf '  VECTTBL: the vector table could not be read\n'
    [ $((hfsr >> 31 & 1)) = 0 ] || printf '  DEBUGEVT: a breakpoint, and no debugger\n'
}

# place NAME ADDRESS: the functions at an address, the innermost first, each with its file, line and text.
place() {
    local name=$1 function location file line
    {
        if command -v llvm-symbolizer >/dev/null; then
            llvm-symbolizer --obj="$image" --inlining "0x$2"
        else
            arm-none-eabi-addr2line -i -f -e "$image" "0x$2"
        fi
    } 2>/dev/null | swift demangle 2>/dev/null | while IFS= read -r function && [ -n "$function" ] && IFS= read -r location; do
        [ "$function" != '??' ] || break
        # What stops the chip is not what was wrong.
        [[ $function != Failures.* ]] || continue
        file=${location%%:*} line=${location#*:}
        line=${line%%:*}
        case $file in
        *'<compiler-generated>' | '??') printf '  %s %s\n' "$name" "$function" ;;
        *)
            printf '  %s %s, %s:%s\n' "$name" "$function" "${file#"$PWD"/}" "$line"
            [ ! -r "$file" ] || [ "$line" = 0 ] || sed -n "${line}s/^ */         /p" "$file"
            ;;
        esac
        name='   '
    done
}

while IFS= read -r text || [ -n "$text" ]; do
    printf '%s\n' "$text"
    text=${text%$'\r'}
    [[ $text =~ cfsr=([0-9A-F]{8}).*hfsr=([0-9A-F]{8}) ]] && causes "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}"
    [[ $text =~ pc=([0-9A-F]{8}) ]] && [ "${BASH_REMATCH[1]}" != 00000000 ] && place pc: "${BASH_REMATCH[1]}"
    pc=$((16#${BASH_REMATCH[1]:-0}))
    # A call goes on after itself. Where the call is what failed, it has been shown.
    if [[ $text =~ lr=([0-9A-F]{8}) ]]; then
        lr=$(((16#${BASH_REMATCH[1]} & ~1) - 2))
        [ $((lr - pc)) = 2 ] || [[ ${BASH_REMATCH[1]} == @(FFFF*|00000000) ]] || place lr: "$(printf %08X "$lr")"
    fi
done
exit 0
