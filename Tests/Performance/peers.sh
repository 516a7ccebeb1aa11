#!/usr/bin/env bash
# The same work by Wakeprint and by what users pick today, in turn in the same run, as ratios with their spread.
# Needs the folder of peers (PEERS, default ../shared/peers) and python3; installs the peers into a virtual environment.
set -euo pipefail
cd "$(dirname "$0")/../.."
source Tests/Performance/peers_work.sh
rounds=${ROUNDS:-5}
cc -O3 -march=native -o "$work/csvscan" "$peers/limits/csvscan.c"
cc -O3 -march=native -o "$work/walk" "$peers/limits/walk.c" -lm
swift build -c release --product wakeprint --product WakeprintBench

"$python" Tests/Performance/side_by_side.py "$peers" "$csv" "$work" "$rounds"
echo "--- limits in C, one core"
"$work/csvscan" "$csv" parse
"$work/walk"
echo "--- the same and more by Wakeprint"
WAKEPRINT_BENCH_CSV="$csv" .build/release/WakeprintBench
