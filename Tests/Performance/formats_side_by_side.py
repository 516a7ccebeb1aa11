"""formats_side_by_side.py WORK ROUNDS: a log of NMEA sentences with tag blocks (a million positions, fifty thousand static
messages of two sentences) decoded by aiscat, by pyais (a tenth of the log, since it would take a minute) and by
Wakeprint, which also joins, hashes and draws; then ten million rows of CSV plain and as .zst, and a million as JSON lines,
which polars and Python's json only read; in turn, ratios round by round."""
import csv, json, os, statistics, subprocess, sys, time

work, rounds = sys.argv[1], int(sys.argv[2])
python = os.environ.get("PYTHON", os.path.join(work, "venv/bin/python"))
million = os.environ["MILLION"]
table = os.environ["TABLE"]
log, tenth, packed, records = (
    os.path.join(work, name) for name in ("log.nmea", "tenth.nmea", "table.csv.zst", "records.jsonl"))
if not os.path.exists(log):
    with open(log, "wb") as file:
        subprocess.run([".build/release/WakeprintBench", "sentences", million], stdout=file, check=True)
lines = sum(1 for _ in open(log, "rb"))
with open(log, "rb") as whole, open(tenth, "wb") as part:
    for _ in range(lines // 10):
        part.write(whole.readline())
if not os.path.exists(packed):
    subprocess.run(["zstd", "-q", "-3", table, "-o", packed], check=True)
if not os.path.exists(records):
    with open(million, newline="") as table_file, open(records, "w") as file:
        for row in csv.DictReader(table_file):
            numbers = {key: float(row[key]) for key in ("LAT", "LON", "SOG", "COG")}
            json.dump({"MMSI": int(row["MMSI"]), "BaseDateTime": row["BaseDateTime"], **numbers}, file, separators=(",", ":"))
            file.write("\n")

aiscat = """
import sys, time, aiscat
start = time.monotonic(); n = 0
for message in aiscat.from_file(sys.argv[1]): n += 1
print(time.monotonic() - start, n)
"""
pyais = """
import sys, time, pyais
start = time.monotonic(); n = 0
for message in pyais.FileReaderStream(sys.argv[1]):
    message.decode(); n += 1
print(time.monotonic() - start, n)
"""
polars = """
import sys, time, polars
start = time.monotonic(); n = polars.read_ndjson(sys.argv[1]).height
print(time.monotonic() - start, n)
"""
loads = """
import sys, time, json
start = time.monotonic()
rows = [(r["MMSI"], r["BaseDateTime"], r["LAT"], r["LON"]) for r in map(json.loads, open(sys.argv[1]))]
print(time.monotonic() - start, len(rows))
"""


def peer(code, path, count):
    said = subprocess.run([python, "-c", code, path], check=True, capture_output=True, text=True).stdout.split()
    return count / float(said[0])


def ours(path):
    output = os.path.join(work, "formats.png")
    command = [".build/release/wakeprint", "heatmap", path, "-o", output, "-f", "--bare", "--size", "256x256", "-q", "--json"]
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    said = json.loads(process.stdout.read())
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit("wakeprint failed")
    return time.monotonic() - start, usage.ru_maxrss / 1024, said["rows"]


def told(name, values, digits=2):
    print(f"{name}: median {statistics.median(values):.{digits}f} ({min(values):.{digits}f}-{max(values):.{digits}f})")


cats, pys, logs, plain, zst, peak_log, peak = [], [], [], [], [], 0, 0
lines_ours, lines_polars, lines_loads, peak_lines = [], [], [], 0
for number in range(rounds + 1):
    took, memory, rows = ours(log)
    a, _, _ = ours(table)
    b, used, packed_rows = ours(packed)
    c, lines_used, record_rows = ours(records)
    # The first round fills the page cache.
    if not number:
        print("log", rows, "table", packed_rows, "JSON lines", record_rows)
        continue
    logs.append(lines / took)
    plain.append(a)
    zst.append(b)
    peak_log, peak = max(peak_log, memory), max(peak, used)
    peak_lines = max(peak_lines, lines_used)
    lines_ours.append(record_rows["read"] / c)
    lines_polars.append(peer(polars, records, record_rows["read"]))
    lines_loads.append(peer(loads, records, record_rows["read"]))
    cats.append(peer(aiscat, log, lines))
    pys.append(peer(pyais, tenth, lines // 10))
told("aiscat, million sentences a second, decoding alone", [v / 1e6 for v in cats])
told("pyais, the same", [v / 1e6 for v in pys], 3)
told(f"wakeprint, the same, whole process with its picture (peak {peak_log:.0f} MB)", [v / 1e6 for v in logs])
told("ratio to aiscat", [a / b for a, b in zip(logs, cats)])
told("ratio to pyais", [a / b for a, b in zip(logs, pys)], 1)
told("ten million rows of CSV, seconds", plain)
told(f"the same as .zst, seconds (peak {peak:.0f} MB)", zst)
told("ratio of .zst to plain", [b / a for a, b in zip(plain, zst)])
told("polars, million JSON lines a second, reading alone", [v / 1e6 for v in lines_polars])
told("Python's json, the same", [v / 1e6 for v in lines_loads])
told(f"wakeprint, the same, whole process with its picture (peak {peak_lines:.0f} MB)", [v / 1e6 for v in lines_ours])
told("ratio to polars", [a / b for a, b in zip(lines_ours, lines_polars)])
told("ratio to Python's json", [a / b for a, b in zip(lines_ours, lines_loads)])
