# Sourced by the comparisons with others: their folder, a virtual environment with them, and a table of `rows` rows.
# Sets peers, rows, work, python and csv; ends quietly where there is no folder of peers.
peers=${PEERS:-../shared/peers}
if [ ! -d "$peers" ]; then
  echo "no folder of peers at $peers; set PEERS" >&2
  exit 0
fi
rows=${ROWS:-10000000}
work=${WORK:-${TMPDIR:-/tmp}/wakeprint-peers}
python=${PYTHON:-$work/venv/bin/python}
mkdir -p "$work"
if [ ! -x "$python" ]; then
  python3 -m venv "$work/venv"
  # datashader draws tiles through dask, which it does not ask for.
  "$work/venv/bin/pip" install -q -r "$peers/requirements.txt" dask
  python=$work/venv/bin/python
fi
csv="$work/ais_$rows.csv"
[ -s "$csv" ] || "$python" "$peers/gen_ais.py" "$rows" "$csv"
