#!/usr/bin/env bash
# A film of 240 frames by Wakeprint, datashader and matplotlib, in turn in the same run; see peers.sh.
set -euo pipefail
cd "$(dirname "$0")/../.."
ROWS=${ROWS:-1000000}
source Tests/Performance/peers_work.sh
"$python" -c "import matplotlib" 2>/dev/null || "$python" -m pip install -q matplotlib
swift build -c release --product wakeprint
PYTHON="$python" PEERS="$peers" MILLION="$csv" "$python" Tests/Performance/timelapse_side_by_side.py "$work" "${ROUNDS:-5}"
