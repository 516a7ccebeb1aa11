#!/usr/bin/env bash
# Tile pyramids by Wakeprint and by datashader, in turn in the same run, as ratios with their spread; then Wakeprint alone
# to zoom 13, and half the rows against all of them over the same extent.
# Needs the folder of peers (PEERS, default ../shared/peers) and python3; installs the peers into a virtual environment.
set -euo pipefail
cd "$(dirname "$0")/../.."
source Tests/Performance/peers_work.sh
# A round of datashader takes about two minutes.
rounds=${TILE_ROUNDS:-3}
wakeprint=${WAKEPRINT:-.build/release/wakeprint}
# The first rows of a table in the order of time are the same vessels in the same waters for half as long.
half="$work/ais_$rows.half.csv"
[ -s "$half" ] || head -n "$((rows / 2 + 1))" "$csv" > "$half"
[ -n "${WAKEPRINT:-}" ] || swift build -c release --product wakeprint

"$python" Tests/Performance/tiles_side_by_side.py "$peers" "$csv" "$half" "$work" "$rounds" "$wakeprint" "$python"
