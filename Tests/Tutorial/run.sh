#!/usr/bin/env bash
# Does what the tutorials say, step by step, beginning with an empty folder: a code file that is named after a file of the
# package is written there, and one of the terminal is run. What is shown of a console has to be what the command before it
# said. A file that ends in -generated has to be what `martlet new` has made.
set -u
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. Boards/build.sh
. Tests/check.sh
need arm-none-eabi-gcc "gcc-arm-none-eabi libnewlib-arm-none-eabi"
need_qemu
root=$(pwd)
catalogue=$root/Firmware/Martlet/Martlet.docc
work=$(mktemp -d)
keep_swift_sdks "$work"
trap 'restore_swift_sdks "$work"; rm -rf "$work"' EXIT
# What is installed is the test's own.
export XDG_DATA_HOME=$work/data PATH=$work/installed/bin:$PATH
cd "$work" || exit
# Files of the catalogue that a step has used.
used=()

# waits_for TEXT: until the image has said it, or three minutes are over.
waits_for() {
    local end=$((SECONDS + 180))
    until grep -qaF "$1" "$work/said" 2>/dev/null; do
        [ $SECONDS -lt $end ] || return 1
        sleep 0.2
    done
}

# end_tree PROCESS: ends it and what it has started.
end_tree() {
    local child
    for child in $(pgrep -P "$1"); do end_tree "$child"; done
    kill "$1" 2>/dev/null
}

# do_command LINE: runs a line as it is typed; `output` is what it says. Some stand for what a person would do.
do_command() {
    local status=0
    case $1 in
    'cd '* | mkdir\ *)
        eval "$1" || status=$?
        output=""
        ;;
    ./install.sh) output=$(cd "$root" && ./install.sh --prefix "$work/installed" 2>&1 </dev/null) || status=$? ;;
    'martlet run')
        # Somebody waits for the prompt, types a line, reads the answer, and ends QEMU: the image would go on.
        mkfifo "$work/typed"
        martlet run <"$work/typed" >"$work/said" 2>&1 &
        local process=$!
        exec 3>"$work/typed"
        waits_for 'type a line' && printf 'hello\r' >&3 && waits_for 'you said' || status=1
        sleep 1
        end_tree $process
        exec 3>&-
        rm "$work/typed"
        output=$(tr -d '\r\0' <"$work/said")
        ;;
    'martlet flash')
        # There is no board here: what it would run.
        output=$(martlet flash --dry-run 2>&1 </dev/null) || status=$?
        expect "$where: $1" '-f interface/stlink.cfg -f target/stm32f4x.cfg' "$output"
        ;;
    *) output=$(eval "$1" 2>&1 </dev/null) || status=$? ;;
    esac
    if [ $status = 0 ]; then pass "$where: $1"; else miss "$where: $1" "$(tail -n 20 <<<"$output")"; fi
}

# do_file FILE NAME: writes a file of the package, or looks whether it is there as it is shown.
do_file() {
    if [[ $1 == *-generated.* ]]; then
        expect_equal "$where: $2 is what martlet new made" "$(cat "$2" 2>/dev/null)" "$(cat "$catalogue/Resources/$1")"
        return
    fi
    if [ "$2" = Package.swift ]; then
        # Where Martlet is, is the reader's own line.
        local martlet
        martlet=$(sed -nE 's/.*\.package\(name: "martlet", path: "(.*)"\).*/\1/p' Package.swift)
        sed "s|path: \"MARTLET\"|path: \"$martlet\"|" "$catalogue/Resources/$1" >"$work/manifest"
        expect "$where: only its targets differ" '.package(name: "martlet", path: "/' "$(cat "$work/manifest")"
        cp "$work/manifest" Package.swift
    else
        mkdir -p "$(dirname "$2")"
        cp "$catalogue/Resources/$1" "$2"
    fi
    [ -s "$2" ] && pass "$where: $2" || miss "$where: $2" 'it is empty'
}

while read -r tutorial; do
    where=$tutorial
    while IFS= read -r code; do
        name=$(sed -nE 's/.*name: "([^"]*)".*/\1/p' <<<"$code")
        file=$(sed -nE 's/.*file: ([^ ,)]*).*/\1/p' <<<"$code")
        used+=("$file")
        if [ ! -f "$catalogue/Resources/$file" ]; then
            miss "$where: $file" 'there is no such file'
            continue
        fi
        case $name in
        Terminal) while IFS= read -r line; do do_command "$line"; done <"$catalogue/Resources/$file" ;;
        Console)
            while IFS= read -r line; do
                expect "$where: the console says $line" "$line" "$output"
            done <"$catalogue/Resources/$file"
            ;;
        *) do_file "$file" "$name" ;;
        esac
    done < <(grep -E '@Code\(' "$catalogue/Tutorials/$tutorial.tutorial")
done < <(sed -nE 's/.*@TutorialReference\(tutorial: "doc:([^"]*)"\).*/\1/p' "$catalogue/Tutorials/Tutorials.tutorial")

for file in "$catalogue/Resources/"*.{swift,sh,txt}; do
    [[ " ${used[*]} " == *" ${file##*/} "* ]] || miss "${file##*/}" 'no tutorial shows it'
done
finish
