"""timelapse_side_by_side.py WORK ROUNDS: 240 frames of 1280 x 720 with trails of six hours over a million rows, from CSV
to PNG files, by Wakeprint (the whole process and all frames), datashader and matplotlib (reading once, then the mean of
some frames spread over the film, since they would take minutes), in turn; frames a second and ratios round by round.
Then the cost of a frame early and late in a film of a month."""
import json, os, shutil, statistics, subprocess, sys, time

work, rounds = sys.argv[1], int(sys.argv[2])
frames, trail = 240, 6 * 3600
table = os.environ.get("MILLION", os.path.join(work, "ais_1000000.csv"))
if not os.path.exists(table):
    subprocess.run([sys.executable, os.path.join(os.environ["PEERS"], "gen_ais.py"), "1000000", table], check=True)
python = os.environ.get("PYTHON", os.path.join(work, "venv/bin/python"))
shots = os.path.join(work, "peer_frames")
os.makedirs(shots, exist_ok=True)

common = f"""
import sys, time, os
start = time.monotonic()
import numpy as np, polars as pl
d = (pl.scan_csv({table!r}, schema_overrides={{"BaseDateTime": pl.String}}, infer_schema_length=10000)
     .select("MMSI", pl.col("BaseDateTime").str.to_datetime("%Y-%m-%dT%H:%M:%S").dt.epoch("s").alias("t"), "LON", "LAT")
     .collect().sort("MMSI", "t"))
mmsi, t, lon, lat = (d[c].to_numpy() for c in ("MMSI", "t", "LON", "LAT"))
R = 6378137.0
x, y = R * np.radians(lon), R * np.log(np.tan(np.pi / 4 + np.radians(lat) / 2))
begin, step = int(t.min()), 360
left, right = x.min(), x.max(); middle, half = (y.min() + y.max()) / 2, (right - left) * 720 / 1280 / 2
def window(frame):
    end = begin + (frame + 1) * step
    kept = (t >= end - {trail}) & (t < end)
    return mmsi[kept], t[kept], x[kept], y[kept]
"""
datashader = common + f"""
import datashader as ds, datashader.transfer_functions as tf, pandas as pd
canvas = ds.Canvas(1280, 720, x_range=(left, right), y_range=(middle - half, middle + half))
def draw(frame, path):
    m, s, a, b = window(frame)
    breaks = np.flatnonzero((m[1:] != m[:-1]) | (np.diff(s) > 3600)) + 1
    line = pd.DataFrame({{"x": np.insert(a, breaks, np.nan), "y": np.insert(b, breaks, np.nan)}})
    aggregate = canvas.line(line, "x", "y", agg=ds.count(), line_width=1)
    tf.set_background(tf.shade(aggregate, how="log"), "#0d1522").to_pil().convert("RGB").save(path)
"""
matplotlib = common + f"""
import matplotlib; matplotlib.use("Agg")
import matplotlib.pyplot as plt
from matplotlib.collections import LineCollection
def draw(frame, path):
    m, s, a, b = window(frame)
    figure = plt.figure(figsize=(12.8, 7.2), dpi=100, facecolor="#0d1522")
    axes = figure.add_axes([0, 0, 1, 1]); axes.axis("off")
    axes.set_xlim(left, right); axes.set_ylim(middle - half, middle + half)
    points = np.column_stack([a, b])
    legs = np.stack([points[:-1], points[1:]], axis=1)
    seen = (m[1:] == m[:-1]) & (np.diff(s) <= 3600)
    age = 1 - (s.max() - s[1:][seen]) / {trail}
    colors = np.column_stack([np.tile([0.3, 0.56, 0.84], (seen.sum(), 1)), np.clip(age, 0, 1)])
    axes.add_collection(LineCollection(legs[seen], colors=colors, linewidths=1.0))
    figure.savefig(path); plt.close(figure)
"""
timing = """
draw(0, os.path.join(sys.argv[1], "warm.png"))
read = float(sys.argv[3]) if len(sys.argv) > 3 else 0
spent = []
for number in range(int(sys.argv[2])):
    frame = int((number + 0.5) * 240 / int(sys.argv[2]))
    begun = time.monotonic()
    draw(frame, os.path.join(sys.argv[1], f"{frame}.png"))
    spent.append(time.monotonic() - begun)
print(ready - start, sum(spent) / len(spent))
"""


def peer(code, count):
    said = subprocess.run(
        [python, "-c", code + "\nready = time.monotonic()\n" + timing, shots, str(count)], check=True, capture_output=True,
        text=True).stdout.split()
    return frames / (float(said[0]) + frames * float(said[1]))


output = os.path.join(work, "film")
command = [
    ".build/release/wakeprint", "timelapse", table, "-o", output, "-f", "--every", "6m", "--trail", "6h", "--size", "1280x720",
    "--json", "-q", "--title", "Traffic"]
ours, shaders, plots, peak = [], [], [], 0
for number in range(rounds + 1):
    shutil.rmtree(output, ignore_errors=True)
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    said = json.loads(process.stdout.read())
    _, status, usage = os.wait4(process.pid, 0)
    if status or said["frames"] != frames:
        sys.exit("wakeprint failed")
    wakeprint = frames / (time.monotonic() - start)
    # The first round fills the page cache.
    if not number:
        continue
    ours.append(wakeprint)
    peak = max(peak, usage.ru_maxrss / 1024)
    shaders.append(peer(datashader, 16))
    plots.append(peer(matplotlib, 3))


def told(name, values, digits=1):
    print(f"{name}: median {statistics.median(values):.{digits}f} ({min(values):.{digits}f}-{max(values):.{digits}f})")


told("datashader, frames a second", shaders, 2)
told("matplotlib, frames a second", plots, 3)
told(f"wakeprint timelapse, frames a second, reading and furniture included (peak {peak:.0f} MB)", ours)
told("ratio to datashader", [a / b for a, b in zip(ours, shaders)])
told("ratio to matplotlib", [a / b for a, b in zip(ours, plots)])
