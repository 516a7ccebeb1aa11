#!/usr/bin/env bash
# Encounters by Wakeprint and by a 10-minute grid with a k-d tree, in turn in the same run; see peers.sh.
set -euo pipefail
cd "$(dirname "$0")/../.."
source Tests/Performance/peers_work.sh
half="$work/ais_$rows.half.csv"
[ -s "$half" ] || head -n $((rows / 2 + 1)) "$csv" >"$half"
swift build -c release --product wakeprint
PYTHON="$python" "$python" Tests/Performance/transfers_side_by_side.py "$peers" "$csv" "$half" "$work" "${ROUNDS:-3}"
