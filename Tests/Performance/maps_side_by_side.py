"""maps_side_by_side.py WORK ROUNDS: a map of 10,000 tracks by Wakeprint, the whole process from CSV to a labelled PNG of
1920 x 1080, and by matplotlib the lines alone, from arrays in memory to a PNG, in turn; ratios round by round."""
import json, math, os, random, statistics, subprocess, sys, time

work, rounds = sys.argv[1], int(sys.argv[2])
vessels, fixes = 10_000, 60
table = os.path.join(work, "tracks_10000.csv")
if not os.path.exists(table):
    rng = random.Random(20180914)
    with open(table + ".part", "w") as out:
        out.write("MMSI,BaseDateTime,LAT,LON,SOG,COG,VesselName\n")
        for vessel in range(vessels):
            lat, lon, course = rng.uniform(27, 37), rng.uniform(121, 128), rng.uniform(0, 2 * math.pi)
            for step in range(fixes):
                minute = step * 20 + vessel % 20
                out.write(
                    f"{412000000 + vessel},2018-09-14T{minute // 60:02}:{minute % 60:02}:00,{lat:.5f},{lon:.5f},10.0,"
                    f"{math.degrees(course) % 360:.1f},SHIP {vessel}\n")
                course += rng.uniform(-0.15, 0.15)
                lat += 0.055 * math.cos(course)
                lon += 0.065 * math.sin(course)
    os.rename(table + ".part", table)

lines = f"""
import csv, time, numpy as np
import matplotlib; matplotlib.use("Agg")
import matplotlib.pyplot as plt
from matplotlib.collections import LineCollection
tracks = {{}}
for row in csv.DictReader(open({table!r})):
    tracks.setdefault(row["MMSI"], []).append((float(row["LON"]), float(row["LAT"])))
tracks = [np.array(track) for track in tracks.values()]
start = time.monotonic()
figure = plt.figure(figsize=(19.2, 10.8), dpi=100)
axes = figure.add_axes([0, 0, 1, 1])
axes.add_collection(LineCollection(tracks, linewidths=0.7, colors="#4c8fd6"))
axes.set_xlim(115, 135); axes.set_ylim(26, 38); axes.axis("off")
figure.savefig({os.path.join(work, "lines.png")!r})
print(time.monotonic() - start)
"""
python = os.environ.get("PYTHON", os.path.join(work, "venv/bin/python"))
command = [
    ".build/release/wakeprint", "map", table, "-o", os.path.join(work, "map.png"), "-f", "-q", "--json", "--title", "10,000 tracks"]
ours, drawn, theirs, peak = [], [], [], 0
for number in range(rounds + 1):
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    said = json.loads(process.stdout.read())
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit("wakeprint failed")
    wakeprint = time.monotonic() - start
    matplotlib = float(subprocess.run([python, "-c", lines], check=True, capture_output=True, text=True).stdout)
    # The first round fills the page cache.
    if number:
        ours.append(wakeprint)
        drawn.append(said["stages"]["draw_s"])
        theirs.append(matplotlib)
        peak = max(peak, usage.ru_maxrss / 1024)


def told(name, values):
    print(f"{name}: median {statistics.median(values):.2f} s ({min(values):.2f}-{max(values):.2f})")


told("matplotlib, lines alone, arrays in memory to PNG", theirs)
told(f"wakeprint map, CSV of {vessels * fixes} rows to labelled PNG (peak {peak:.0f} MB)", ours)
told("wakeprint map, the drawing alone, from tracks in memory to PNG bytes", drawn)
for name, times in (("whole process", ours), ("drawing alone", drawn)):
    ratios = [their / our for their, our in zip(theirs, times)]
    print(f"ratio, {name}: median {statistics.median(ratios):.1f} ({min(ratios):.1f}-{max(ratios):.1f})")
