"""formats_side_by_side.py WORK ROUNDS: a log of NMEA sentences with tag blocks (a million positions, fifty thousand static
messages of two sentences) decoded by aiscat, by pyais (a tenth of the log, since it would take a minute) and by
Wakeprint, which also joins, hashes and draws; then ten million rows of CSV plain and as .zst; in turn, ratios round by
round."""
import json, os, statistics, subprocess, sys, time

work, rounds = sys.argv[1], int(sys.argv[2])
python = os.environ.get("PYTHON", os.path.join(work, "venv/bin/python"))
million = os.environ["MILLION"]
table = os.environ["TABLE"]
log, tenth, packed = (os.path.join(work, name) for name in ("log.nmea", "tenth.nmea", "table.csv.zst"))
if not os.path.exists(log):
    with open(log, "wb") as file:
        subprocess.run([".build/release/WakeprintBench", "sentences", million], stdout=file, check=True)
lines = sum(1 for _ in open(log, "rb"))
with open(log, "rb") as whole, open(tenth, "wb") as part:
    for _ in range(lines // 10):
        part.write(whole.readline())
if not os.path.exists(packed):
    subprocess.run(["zstd", "-q", "-3", table, "-o", packed], check=True)

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
for number in range(rounds + 1):
    took, memory, rows = ours(log)
    a, _, _ = ours(table)
    b, used, packed_rows = ours(packed)
    # The first round fills the page cache.
    if not number:
        print("log", rows, "table", packed_rows)
        continue
    logs.append(lines / took)
    plain.append(a)
    zst.append(b)
    peak_log, peak = max(peak_log, memory), max(peak, used)
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
