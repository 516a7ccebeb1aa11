#!/usr/bin/env bash
# Logs of NMEA sentences by Wakeprint, aiscat and pyais, a packed table beside the plain one, and JSON lines by Wakeprint,
# polars and Python's json, in turn in the same run; see peers.sh.
set -euo pipefail
cd "$(dirname "$0")/../.."
source Tests/Performance/peers_work.sh
million=${MILLION:-$work/ais_1000000.csv}
[ -s "$million" ] || "$python" "$peers/gen_ais.py" 1000000 "$million"
for package in aiscat pyais polars; do
  "$python" -c "import $package" 2>/dev/null || "$python" -m pip install -q "$package"
done
swift build -c release --product wakeprint
swift build -c release --product WakeprintBench
PYTHON="$python" TABLE="$csv" MILLION="$million" "$python" Tests/Performance/formats_side_by_side.py "$work" "${ROUNDS:-5}"
