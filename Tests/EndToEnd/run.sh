#!/usr/bin/env bash
# The console image in QEMU, as people use it: through run.sh, with piped input.
set -u
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. Boards/build.sh
. Tests/check.sh
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# console BOARD STORAGE INPUT [ARGUMENTS...]: what the console prints; the status is in $status.
console() {
    local board=$1 storage=$2 input=$3
    shift 3
    output=$(printf '%b' "$input" | timeout 120 ./run.sh --board "$board" --storage "$storage" "$@" 2>&1)
    status=$?
}

# A cartridge of 32 KB whose program is a loop, with a good header: type 0, 32 KB, checksum 0xE7.
make_rom() {
    head -c 32768 /dev/zero >"$1"
    printf '\x18\xfe' | dd of="$1" bs=1 seek=256 conv=notrunc status=none
    printf '\xe7' | dd of="$1" bs=1 seek=333 conv=notrunc status=none
}

for board in $(emulated_boards); do
    storage="$scratch/$board.storage"
    console $board "$storage" 'help\nkv put name martlet\nkv get name\nkv stats\nexit\n'
    expect_equal "$board: exit ends with status 0" $status 0
    expect "$board: a value can be read back" $'kv get name\nmartlet\n' "$output"
    expect "$board: the sectors' fill and wear are drawn" $'sector 0 [#...............................] ' "$output"
    expect "$board: help lists the commands" 'gb screenshot' "$output"
    console $board "$storage" 'kv get name\n'
    expect "$board: a value survives the emulator's end" $'kv get name\nmartlet\n' "$output"
    expect_equal "$board: the end of the input ends the run" $status 0
    # In instructions, as fast as the chip or slower, whatever the host is busy with.
    console $board "$storage" 'kv put again 1\nreboot\nkv get again\nuptime\nexit 7\n' -- -icount shift=2
    expect "$board: a value survives a reboot" $'kv get again\n1\n' "$output"
    expect "$board: start-up takes less than a second" $'uptime\n0 d 0 h 0 min 0.' "$output"
    expect_equal "$board: exit passes its status on" $status 7
done

storage="$scratch/kill.storage"
mkfifo "$scratch/keys"
./run.sh --storage "$storage" <"$scratch/keys" >"$scratch/killed" 2>&1 &
exec 5>"$scratch/keys"
printf 'kv put last acknowledged\nversion\nversion\n' >&5
for _ in $(seq 300); do
    grep -q '^Martlet 0.*$' "$scratch/killed" && [ "$(grep -c 'version' "$scratch/killed")" -ge 1 ] && break
    sleep 0.1
done
pkill -9 -f "storage=$storage"
exec 5>&-
wait
console NetduinoPlus2 "$storage" 'kv get last\n'
expect 'a value survives kill -9 of the emulator' $'kv get last\nacknowledged\n' "$output"

storage="$scratch/commands.storage"
make_rom "$scratch/loop.gb"
console NetduinoPlus2 "$storage" \
    'nonsense\ngb info\ngb run 30\nled on\ntasks\ngb screenshot '"$scratch"'/picture.png\nmemory\nkv get none\nexit\n' \
    --rom "$scratch/loop.gb"
expect 'an unknown command is named' 'there is no command nonsense' "$output"
expect 'the cartridge is described' '32 KB' "$output"
expect 'the prompt answers while the Game Boy runs' 'gameboy ' "$output"
expect 'a screenshot is written' 'picture written to' "$output"
expect_equal 'and is a PNG' "$(head -c 8 "$scratch/picture.png" 2>/dev/null | od -An -tx1 | tr -d ' \n')" 89504e470d0a1a0a
expect 'nothing is allocated after start' 'allocations since start: 0' "$output"
expect 'an unknown key is named' 'there is no key none' "$output"

long=$(head -c 10000 /dev/zero | tr '\0' x)
console NetduinoPlus2 "$storage" "kv put kept yes\n$long\nkv get kept\nexit\n"
expect 'a line of 10,000 characters is refused with its length' 'this one has 10000' "$output"
expect 'and the next command works' $'kv get kept\nyes\n' "$output"

console NetduinoPlus2 "$storage" 'crash now\ncrash\nkv get kept\nexit\n'
expect 'a fault says what it was' 'asked for at the prompt' "$output"
expect 'the chip restarts and remembers it' 'the last run ended in a fault' "$output"
expect 'and nothing is lost' $'kv get kept\nyes\n' "$output"
console NetduinoPlus2 "$storage" 'events\nexit\n'
expect 'the fault is among the events of a later start' 'fault in task console at 0x' "$output"
expect 'with its reason' ': asked for at the prompt' "$output"

# A cartridge of type 3 with 8 KB of RAM, which counts its starts there and sends their number as a letter.
make_rom "$scratch/count.gb"
printf '\x00\xc3\x50\x01' | dd of="$scratch/count.gb" bs=1 seek=256 conv=notrunc status=none
printf '\x03\x00\x02' | dd of="$scratch/count.gb" bs=1 seek=327 conv=notrunc status=none
printf '\xe2' | dd of="$scratch/count.gb" bs=1 seek=333 conv=notrunc status=none
printf '\x3e\x0a\xea\x00\x00\xfa\x00\xa0\x3c\xea\x00\xa0\xc6\x41\xe0\x01\x3e\x81\xe0\x02\x18\xfe' |
    dd of="$scratch/count.gb" bs=1 seek=336 conv=notrunc status=none
for letter in A B C; do
    console NetduinoPlus2 "$scratch/saves.storage" 'gb run 20\nexit\n' --rom "$scratch/count.gb"
    expect "a battery save is there at the next start: $letter" $'\n'"$letter" "$output"
done
console NetduinoPlus2 "$scratch/saves.storage" \
    'gb key a 5\ngb skip 2\ngb run 60\ngb screenshot '"$scratch"'/picture.png\ngb status\nexit\n' --rom "$scratch/count.gb"
expect 'gb status says what a frame costs' 'cycles in the median of the last 60' "$output"
expect 'and what is left of the chip' '% of the chip at 59.73' "$output"

# Sound of one of the project's own programs, which has a channel sound. It begins at 0x0040 and has an empty header, whose
# checksum is 0xE7.
need sdasgb sdcc
(cd Tests/GameBoyPrograms && sdasgb -o "$scratch/sound.rel" sound.s) && sdldgb -n -i "$scratch/sound.ihx" "$scratch/sound.rel"
arm-none-eabi-objcopy -I ihex -O binary --gap-fill 0 --pad-to 0x8000 "$scratch/sound.ihx" "$scratch/sound.bin"
head -c 64 /dev/zero | cat - "$scratch/sound.bin" >"$scratch/sound.gb"
printf '\xe7' | dd of="$scratch/sound.gb" bs=1 seek=333 conv=notrunc status=none
console NetduinoPlus2 "$storage" 'gb record '"$scratch"'/sound.wav 60\ngb sound on\nexit\n' --rom "$scratch/sound.gb"
expect 'a recording says how long it is' ' s of sound, written to ' "$output"
expect 'a board without a sound output says so' 'this board has no sound output' "$output"
# word OFFSET: four bytes of the recording as a number.
word() { od -An -tu4 -j "$1" -N 4 "$scratch/sound.wav" | tr -d ' '; }
expect_equal 'it is a WAV file' "$(head -c 16 "$scratch/sound.wav" | tr -d '\0-\37' | tail -c 8)" 'WAVEfmt '
expect_equal 'whose first length is the file'"'"'s' "$(word 4)" $(($(stat -c %s "$scratch/sound.wav") - 8))
expect_equal 'and the second that of its samples' "$(word 40)" $(($(stat -c %s "$scratch/sound.wav") - 44))
expect_equal 'at 32,768 Hz' "$(word 24)" 32768
[ "$(word 40)" -gt 130000 ] && [ "$(word 40)" -lt 132000 ]
expect_equal 'for 60 frames' $? 0
[ "$(tail -c +45 "$scratch/sound.wav" | od -An -v -tx4 -w4 | sort -u | wc -l)" -gt 100 ]
expect_equal 'and is not silent' $? 0
console NetduinoPlus2 "$storage" 'gb record '"$scratch"'/none/sound.wav 60\nexit\n' --rom "$scratch/sound.gb"
expect 'a recording that cannot be made is said' 'none/sound.wav; nothing is recorded' "$output"
console NetduinoPlus2 "$storage" 'gb record /dev/full 60\nexit\n' --rom "$scratch/sound.gb"
expect 'and one that the host has no room for, with the place' 'the host failed to write /dev/full after byte 0;' "$output"

# Bad cartridges.
: >"$scratch/empty.gb"
console NetduinoPlus2 "$storage" 'gb info\nexit\n' --rom "$scratch/empty.gb"
expect 'a ROM of 0 bytes' 'empty' "$output"
printf 'abc' >"$scratch/short.gb"
console NetduinoPlus2 "$storage" 'gb run 10\nexit\n' --rom "$scratch/short.gb"
expect 'a ROM of 3 bytes' '3 bytes' "$output"
cp "$scratch/loop.gb" "$scratch/checksum.gb"
printf '\x00' | dd of="$scratch/checksum.gb" bs=1 seek=333 conv=notrunc status=none
console NetduinoPlus2 "$storage" 'gb info\nexit\n' --rom "$scratch/checksum.gb"
expect 'a ROM with a bad header checksum' '0x014D' "$output"
head -c 1000000 /dev/zero >"$scratch/large.gb"
console NetduinoPlus2 "$storage" 'exit\n' --rom "$scratch/large.gb"
expect 'a ROM larger than the slot' '1000000 bytes' "$output"
expect_equal 'is refused before anything runs' $status 2
console NetduinoPlus2 "$storage" 'exit\n' --rom "$scratch/missing.gb"
expect 'a ROM that is not there' 'there is no file' "$output"

# The handheld image where nothing of what is wired to its board answers: it says so, each once, and the game goes on. Its
# console is the second port of QEMU's machine, which has the same core and memory.
files=$scratch
(use_board STM32F4Discovery && build_image Handheld && make_cartridge "$files/loop.gb" "$files/cartridge.bin")
handheld=$(use_board STM32F4Discovery && image_path Handheld)
output=$(timeout 6 "$qemu" -M netduinoplus2 -kernel "$handheld" -display none -monitor none -serial null \
    -serial stdio -device "loader,file=$scratch/cartridge.bin,addr=0x08040000,force-raw=on" </dev/null 2>/dev/null)
expect_equal 'a handheld without its parts says what is missing' "${output//$'\r'/}" \
    $'no flash controller answers; nothing is saved\nno display: its bus moves nothing\nthe sound is off: the converter plays nothing'

# Bad storage files.
exec 6<"$storage"
flock 6
console NetduinoPlus2 "$storage" 'kv get kept\nexit\n'
expect 'a storage file that another run has' 'is in use by another run' "$output"
expect_equal 'is refused before anything runs' $status 2
exec 6<&-
# One that is not there yet is locked by the first of two runs.
rm -f "$scratch/new.storage"
mkfifo "$scratch/first"
./run.sh --storage "$scratch/new.storage" <"$scratch/first" >"$scratch/first.output" 2>&1 &
exec 5>"$scratch/first"
for _ in $(seq 300); do grep -q '^Martlet' "$scratch/first.output" && break; sleep 0.1; done
console NetduinoPlus2 "$scratch/new.storage" 'exit\n'
expect 'a new storage file that another run has' 'is in use by another run' "$output"
printf 'kv put name martlet\nkv get name\nexit\n' >&5
exec 5>&-
wait
expect 'and the first run goes on' $'kv get name\nmartlet\n' "$(cat "$scratch/first.output")"
head -c 20000 /dev/zero | tr '\0' '\377' >"$scratch/short.storage"
console NetduinoPlus2 "$scratch/short.storage" 'kv put name martlet\nkv get name\nexit\n'
expect 'a storage file that a full disk left short' $'kv get name\nmartlet\n' "$output"
expect_equal 'is finished' "$(stat -c %s "$scratch/short.storage")" 49152
# A line without a word, and the end of the input.
console NetduinoPlus2 "$scratch/short.storage" '\n'
expect_equal 'an empty line and the end of the input end the run' $status 0
console NetduinoPlus2 "$scratch/short.storage" '\n\n\nkv get name\n'
expect 'and lines after empty ones are run' $'kv get name\nmartlet\n' "$output"
printf 'precious' >"$scratch/other.file"
console NetduinoPlus2 "$scratch/other.file" 'kv put a b\nkv get a\nexit\n'
expect 'a storage file of the wrong size' 'has 8 bytes and should have 49152' "$output"
expect_equal 'is left as it is' "$(cat "$scratch/other.file")" precious
expect 'and the commands work in RAM' $'kv get a\nb\n' "$output"
head -c 49152 /dev/urandom >"$scratch/foreign.file"
cp "$scratch/foreign.file" "$scratch/foreign.copy"
console NetduinoPlus2 "$scratch/foreign.file" 'kv put a b\nexit\n'
expect 'a storage file of something else' 'neither blank nor a log' "$output"
cmp -s "$scratch/foreign.file" "$scratch/foreign.copy"
expect_equal 'is left as it is too' $? 0
console NetduinoPlus2 "$scratch/flipped.storage" 'kv put first 1\nkv put second 2\nkv put third 3\nexit\n'
offset=$(LC_ALL=C grep -abo second "$scratch/flipped.storage" | head -n 1 | cut -d: -f1)
printf 'S' | dd of="$scratch/flipped.storage" bs=1 seek="$offset" conv=notrunc status=none
console NetduinoPlus2 "$scratch/flipped.storage" 'kv list\nexit\n'
expect 'a storage file with a byte flipped' 'damaged, the first at offset' "$output"
expect 'keeps the key before it' 'first (1 byte) 1' "$output"
expect 'and the key after it' 'third (1 byte) 3' "$output"

# Nobody to answer semihosting: as on a board without a debugger. Nothing there ends the emulation.
use_board NetduinoPlus2
output=$(timeout 5 "$qemu" -M "$qemu_machine" -kernel "$(image_path Console)" -display none -monitor none \
    -serial stdio </dev/null 2>&1)
expect 'without a host the console says where data goes' 'RAM, until the power goes' "$output"
expect 'and prompts' 'martlet>' "$output"

# The console of the simulated chip on a TCP connection.
swift build --product martlet >"$scratch/martlet.log" 2>&1 || miss 'martlet builds' "$(cat "$scratch/martlet.log")"
martlet=$(swift build --show-bin-path)/martlet
# simulate: starts the simulation, and sets `port` to where its console is.
simulate() {
    exec {simulated}< <(exec "$martlet" console --listen 0 --storage "$scratch/simulated.storage" 2>&1)
    simulation=$!
    find_port
}
find_port() {
    local line=""
    read -r -t 30 line <&"$simulated" || true
    port=${line##* }
}
# converse INPUT: connects, says this, and sets `output` to what is answered until the connection ends.
converse() {
    exec {connection}<>"/dev/tcp/127.0.0.1/$port"
    printf '%b' "$1" >&"$connection"
    output=$(timeout 60 cat <&"$connection")
    exec {connection}>&-
}
simulate
converse 'kv put name martlet\nkv get name\nreboot\n'
expect 'the simulated chip answers on a socket' $'kv get name\nmartlet\n' "${output//$'\r'/}"
find_port
converse 'kv get name\nexit 7\n'
expect 'and again after a reset' $'kv get name\nmartlet\n' "${output//$'\r'/}"
wait "$simulation"
expect_equal 'its status is that of the simulation' $? 7
simulate
output=$(timeout 60 "$martlet" console --listen "$port" 2>&1)
expect_equal 'a port that is taken is refused' $? 2
expect 'and named' "port $port of 127.0.0.1" "$output"
exec {connection}<>"/dev/tcp/127.0.0.1/$port"
exec {connection}>&-
wait "$simulation"
expect_equal 'the end of the connection ends the run' $? 0

# Bad arguments.
output=$(./run.sh --board Nonesuch 2>&1 </dev/null)
expect 'an unknown board is answered with those there are' 'NetduinoPlus2' "$output"
output=$(./run.sh --image Nonesuch 2>&1 </dev/null)
expect 'an unknown image is named' 'there is no image Nonesuch' "$output"

rom="${GAMEBOY_ROMS:-}/cpu_instrs/cpu_instrs.gb"
if [ -n "${GAMEBOY_ROMS:-}" ] && [ -f "$rom" ]; then
    console NetduinoPlus2 "$storage" 'gb run 3600\nexit\n' --rom "$rom"
    expect 'cpu_instrs passes on the chip' 'Passed all tests' "$output"
fi
finish
