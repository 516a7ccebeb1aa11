#!/usr/bin/env bash
# The same work by Wakeprint and by what users pick today, in turn in the same run, as ratios with their spread.
# Needs the folder of peers (PEERS, default ../shared/peers) and python3; installs the peers into a virtual environment.
set -euo pipefail
cd "$(dirname "$0")/../.."
peers=${PEERS:-../shared/peers}
if [ ! -d "$peers" ]; then
  echo "no folder of peers at $peers; set PEERS" >&2
  exit 0
fi
rows=${ROWS:-10000000}
rounds=${ROUNDS:-5}
work=${WORK:-${TMPDIR:-/tmp}/wakeprint-peers}
mkdir -p "$work"
if [ ! -x "$work/venv/bin/python" ]; then
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install -q -r "$peers/requirements.txt"
fi
csv="$work/ais_$rows.csv"
[ -s "$csv" ] || "$work/venv/bin/python" "$peers/gen_ais.py" "$rows" "$csv"
cc -O3 -march=native -o "$work/csvscan" "$peers/limits/csvscan.c"
cc -O3 -march=native -o "$work/walk" "$peers/limits/walk.c" -lm
swift build -c release --product wakeprint --product WakeprintBench

"$work/venv/bin/python" Tests/Performance/side_by_side.py "$peers" "$csv" "$work" "$rounds"
echo "--- limits in C, one core"
"$work/csvscan" "$csv" parse
"$work/walk"
echo "--- the same and more by Wakeprint"
WAKEPRINT_BENCH_CSV="$csv" .build/release/WakeprintBench
