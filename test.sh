#!/usr/bin/env bash
# Everything that shows Martlet works; the last line is `N passed, N failed`.
set -euo pipefail
cd "$(dirname "$0")"
swift test 2>&1
