#!/usr/bin/env bash
# Builds an image for a board, and says where it is.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. Boards/build.sh

usage() {
    cat <<'TEXT'
usage: ./build.sh [--board NAME] [--image NAME]

Builds an image for a board. What is missing (the Arm libraries) is installed.

  --board NAME     NetduinoPlus2 (the default) or another folder of Boards
  --image NAME     Console (the default) or another folder of Firmware/Images
TEXT
}

board=NetduinoPlus2 image=Console
while [ $# -gt 0 ]; do
    case $1 in
    --board | --image)
        [ $# -ge 2 ] || fail "$1 wants a value"
        printf -v "${1#--}" %s "$2"
        shift 2
        ;;
    --help | -h) usage && exit 0 ;;
    *) usage >&2 && fail "unknown argument $1" ;;
    esac
done
use_board "$board"
build_image "$image"
image_path "$image"
printf '\n'
