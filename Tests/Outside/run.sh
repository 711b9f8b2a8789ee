#!/usr/bin/env bash
# Packages outside the tree, as users make them: by the commands that ./install.sh installs, by a tagged URL, with a board of
# their own; and what the commands say when something is wrong.
set -u
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. Boards/build.sh
. Tests/check.sh
need arm-none-eabi-gcc "gcc-arm-none-eabi libnewlib-arm-none-eabi"
need_qemu
root=$(pwd)
work=$(mktemp -d)
keep_swift_sdks "$work"
trap 'restore_swift_sdks "$work"; rm -rf "$work"' EXIT
# A path with spaces, and a Swift SDK of the tests' own files.
mkdir -p "$work/some where"
cd "$work/some where" || exit
export XDG_DATA_HOME="$work/share data"
prefix="$work/pre fix"
output=$("$root/install.sh" --prefix "$prefix" 2>&1) || miss 'installing' "$output"
expect 'installing makes the Swift SDK' armv7em-m7-martlet "$output"
martlet=$prefix/bin/martlet
expect 'the version' "$(sed -nE 's/.*"([0-9.]+)".*/\1/p' "$root/Firmware/Release/MartletVersion.swift")" "$("$martlet" --version)"

# refused NAME STATUS TEXT COMMAND...: the command ends with the status and says the text.
refused() {
    local name=$1 status=$2 text=$3 got=0 output
    shift 3
    output=$("$@" 2>&1 </dev/null) || got=$?
    expect_equal "$name: status" "$got" "$status"
    expect "$name" "$text" "$output"
}

# leds ELF: the writes to the LED's port that QEMU sees in four seconds of an image.
leds() {
    timeout 4 "$qemu" -M netduinoplus2 -kernel "$1" -display none -monitor none -serial none -d unimp 2>&1 |
        grep -ac 'GPIOA: unimplemented device write (size 4, offset 0x018'
}

# MARK: Refusals that come before a build

refused 'no board' 64 "Missing expected argument '--board" "$martlet" new blinky
refused 'a board that is not there' 2 'there is no board Pico; there are: MPS2AN386' "$martlet" new blinky --board Pico
refused 'a name that is none' 64 "cannot be a package's name" "$martlet" new ../x --board NetduinoPlus2
refused 'a sensor without a bus' 2 'the NetduinoPlus2 has no I2C bus for a sensor; these have: MPS2AN386, MPS2AN500' \
    "$martlet" new hygrometer --board NetduinoPlus2 --template sensor
refused 'a name that is taken' 64 'would be the module Firmware, which is there already' "$martlet" new firmware --board NetduinoPlus2
refused 'a name of a module' 64 'would be the module Tasks, which is there already' "$martlet" new tasks --board NetduinoPlus2
refused 'outside of a package' 2 'there is no martlet.json; martlet new makes one' "$martlet" build
refused 'no sources' 2 'has no LinkerScripts/martlet.ld' env MARTLET_HOME="$work" "$martlet" new blinky --board NetduinoPlus2
if [ "$(id -u)" != 0 ]; then
    mkdir "$work/closed" && chmod 555 "$work/closed"
    refused 'a folder that is not to be written' 2 'cannot be made' "$martlet" new "$work/closed/x" --board NetduinoPlus2
fi
"$martlet" new blinky --board NetduinoPlus2 >/dev/null || miss 'martlet new' 'failed'
refused 'a folder that is there' 2 'blinky is there already' "$martlet" new blinky --board NetduinoPlus2
refused 'no Swift SDK' 2 'run: martlet sdk install' env XDG_DATA_HOME="$work/none" "$martlet" build --package-path blinky
refused 'no toolchain' 2 'swiftc is missing; martlet doctor says how to get it' env PATH="$work" "$martlet" build --package-path blinky
refused 'doctor without the SDK' 1 'MISSING  Swift SDK' env XDG_DATA_HOME="$work/none" "$martlet" doctor

# MARK: A package by the commands

expect 'doctor finds it' 'found    Swift SDK: armv7em-martlet' "$("$martlet" doctor 2>&1)"
cp "$XDG_DATA_HOME/martlet/sdk/armv7em-martlet/toolchain" "$work/toolchain"
printf 'Swift version 9' >"$XDG_DATA_HOME/martlet/sdk/armv7em-martlet/toolchain"
refused 'a Swift SDK of another toolchain' 2 'was made by Swift version 9' "$martlet" build --package-path blinky
cp "$work/toolchain" "$XDG_DATA_HOME/martlet/sdk/armv7em-martlet/toolchain"

elf=$(cd blinky && "$martlet" build 2>"$work/log" | tail -n 1)
if [ -f "$elf" ]; then pass 'martlet build'; else miss 'martlet build' "$(tail -n 20 "$work/log")"; fi
[ "$(leds "$elf")" -ge 4 ] && pass 'its LED toggles' || miss 'its LED toggles' "$(leds "$elf") writes"
output=$(cd blinky && swift build -c release --swift-sdk armv7em-martlet 2>&1 | tail -n 1)
expect 'the same by swift build' 'Build complete' "$output"
expect 'martlet size for scripts' '"name" : "total"' "$(cd blinky && "$martlet" size --json)"
output=$(cd blinky && "$martlet" flash --dry-run 2>/dev/null | tail -n 1)
expect 'martlet flash' "-f interface/stlink.cfg -f target/stm32f4x.cfg -c init -c 'reset init' -c 'flash erase_address pad 0x08000000 " \
    "$output"
output=$(cd blinky && timeout 120 "$martlet" debug -- -batch -ex 'martlet tasks' 2>&1 </dev/null)
expect 'martlet debug' 'martlet: the program has not started yet' "$output"
output=$(cd blinky && timeout 120 "$martlet" debug -- -batch -ex 'break martlet_set_tick_base' \
    -ex 'ignore 1 5' -ex continue -ex 'martlet tasks' 2>&1 </dev/null)
expect 'and its tasks' 'sleep(for:) until ' "$output"
output=$(cd blinky && "$martlet" simulate --seconds 2 2>&1 </dev/null)
expect_equal 'martlet simulate: status' $? 0
expect 'martlet simulate' $'    0.500 s  PA10 is low\n    1.000 s  PA10 is high\n    1.500 s  PA10 is low\n' "$output"
refused 'a simulation of no time' 2 'the arguments are --seconds N, with N from 1 to 1000000' \
    "$martlet" simulate --package-path blinky --seconds 0
output=$(cd blinky && "$martlet" test 2>&1)
expect 'martlet test' 'Executed 1 test, with 0 failures' "$output"
mv blinky/memory.ld memory.ld
refused 'no memory file' 2 'memory.ld is missing' "$martlet" build --package-path blinky
mv memory.ld blinky/memory.ld
cp blinky/memory.ld memory.ld
sed -i '/RAM/d' blinky/memory.ld
refused 'a memory file without RAM' 2 'has no region RAM' "$martlet" build --package-path blinky
sed 's/ORIGIN = 0x08010000, LENGTH = 192K/ORIGIN = 0x08020000, LENGTH = 128K/' memory.ld >blinky/memory.ld
"$martlet" build --package-path blinky >/dev/null 2>&1
expect 'a memory file that has changed is linked with' ' 0x08020000 ' "$(arm-none-eabi-readelf -lW "$elf")"
cp memory.ld blinky/memory.ld
printf '{"qemu": "x"}' >blinky/martlet.json
refused 'a key that there is not' 2 "there is no 'qemu'; the keys are board, cpu, image, machine, openocd" \
    "$martlet" build --package-path blinky
printf '{"image": 1}' >blinky/martlet.json
refused 'a martlet.json that is wrong' 2 "martlet.json: 'image' has to be a text in quotes" "$martlet" build --package-path blinky

# MARK: Other packages

# by_url: by a tagged URL, for another core, at the console.
by_url() {
    git clone -q --bare "$root" "$work/martlet.git" 2>/dev/null && git -C "$work/martlet.git" tag 0.1.0 2>/dev/null
    "$martlet" new my-console --board MPS2AN500 --template console --dependency "file://$work/martlet.git" --from 0.1.0 >/dev/null
    cd my-console || exit
    if "$martlet" build >"$work/log" 2>&1; then pass 'a package by URL'; else miss 'a package by URL' "$(tail -n 20 "$work/log")"; fi
    output=$( (sleep 1 && printf 'hello\r' && sleep 2) | timeout 20 "$martlet" run 2>"$work/log" & sleep 18; kill %1 2>/dev/null)
    expect 'its console answers' 'you said: hello' "$output"
}

# simulated_console: the console on the host, typed to through a pipe, and what a reset and a wrong output name do.
simulated_console() {
    "$martlet" new parrot --board MPS2AN386 --template console >/dev/null
    cd parrot || exit
    output=$(printf 'hello\n' | "$martlet" simulate --seconds 2 2>&1)
    expect 'a simulated console answers' 'you said: hello' "$output"
    sed -i 's/"LED0"/"LED7"/' Sources/Firmware/main.swift
    refused 'an output that is not there' 2 'SimulatedMPS2 has no output LED7' "$martlet" simulate
}

# sensor: the template with a sensor, which QEMU has on the board's bus.
sensor() {
    "$martlet" new thermometer --board MPS2AN386 --template sensor >/dev/null
    cd thermometer || exit
    if "$martlet" build >"$work/log" 2>&1; then pass 'a sensor builds'; else miss 'a sensor builds' "$(tail -n 20 "$work/log")"; fi
    output=$(sleep 3 | timeout 10 "$martlet" run -- -device tmp105,address=0x48 2>"$work/log" & sleep 9; kill %1 2>/dev/null)
    expect 'and measures' '0.00 C' "$output"
    output=$("$martlet" simulate --seconds 2 2>&1 </dev/null)
    expect 'and on the host' '20.00 C' "$output"
    output=$("$martlet" test 2>&1)
    expect 'and its tests' 'Executed 3 tests, with 0 failures' "$output"
}

# board_outside: a board, a chip and its registers, all outside.
board_outside() {
    "$martlet" new tern --board NetduinoPlus2 >/dev/null
    cd tern || exit
    # block PATH: what the guide for a new board has under this name.
    block() { awk -v path="$1" '/^```/ { inside = $2 == path; next } inside' "$root/Boards/README.md"; }
    block HAL/PAC/TERN100.overlay.json >overlay.json
    "$martlet" pac "$root/Tests/RegisterFiles/TERN100.svd" --output Sources/TERN100PAC --overlay overlay.json --peripherals P0 >/dev/null 2>&1
    mkdir -p Sources/TERN100Kit
    block Boards/TERN100Kit/TERN100Kit.swift >Sources/TERN100Kit/TERN100Kit.swift
    block LinkerScripts/TERN100/memory.ld >memory.ld
    sed -i 's/import NetduinoPlus2/import TERN100Kit/' Sources/Firmware/main.swift
    sed -i -e 's|martlet("NetduinoPlus2", "Martlet")|["TERN100Kit"] + martlet("Martlet")|' -e '/What is flashed/i\
            .target(name: "TERN100PAC", dependencies: martlet("MMIO"), swiftSettings: settings),\
            .target(\
                name: "TERN100Kit", dependencies: ["TERN100PAC"] + martlet("CortexM", "Interfaces", "MMIO"), swiftSettings: settings),' \
        Package.swift
    elf=$("$martlet" build 2>"$work/log" | tail -n 1)
    if [ -f "$elf" ]; then pass 'a board outside'; else miss 'a board outside' "$(tail -n 20 "$work/log")"; fi
    output=$(arm-none-eabi-objdump -h "$elf" 2>/dev/null)
    expect 'its vectors are where its memory file says' '00000000  00000000' "$(grep -A 1 ' .vectors ' <<<"$output")"
}

for kind in $(sample 1 by_url simulated_console sensor board_outside); do
    cd "$work/some where" || exit
    "$kind"
done
finish
