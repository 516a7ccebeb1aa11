#!/usr/bin/env bash
# Strokes and fills by Wakeprint, Skia, cairo and Blend2D on one core, in turn in the same run, and how far each one's
# coverage is from the exact area. Needs python3 and, for pycairo, cairo's headers (Debian: libcairo2-dev).
set -euo pipefail
cd "$(dirname "$0")/../.."
work=${WORK:-${TMPDIR:-/tmp}/wakeprint-peers}
mkdir -p "$work"
python=${STROKES_PYTHON:-$work/strokes/bin/python}
if [ ! -x "$python" ]; then
  # Several packages on PyPI call their module blend2d: an environment of its own.
  python3 -m venv "$work/strokes"
  "$python" -m pip install -q numpy skia-python pycairo blend2d-python
fi
[ -n "${WAKEPRINT_BENCH:-}" ] || swift build -c release --product WakeprintBench
"$python" Tests/Performance/strokes_side_by_side.py "$work" "${ROUNDS:-5}" "${WAKEPRINT_BENCH:-.build/release/WakeprintBench}"
