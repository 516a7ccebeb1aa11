#!/usr/bin/env bash
# A map of 10,000 tracks by Wakeprint and its lines by matplotlib, in turn in the same run; see peers.sh.
set -euo pipefail
cd "$(dirname "$0")/../.."
source Tests/Performance/peers_work.sh
"$python" -c "import matplotlib" 2>/dev/null || "$python" -m pip install -q matplotlib
swift build -c release --product wakeprint
PYTHON="$python" "$python" Tests/Performance/maps_side_by_side.py "$work" "${ROUNDS:-5}"
