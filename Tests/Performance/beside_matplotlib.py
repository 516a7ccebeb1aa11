"""beside_matplotlib.py CSV OURS.png SHEET.png: what plain matplotlib makes of a table of positions, beside Wakeprint's
picture, on one sheet, each at full width and below it at half width in greyscale."""
import csv, sys
import matplotlib
matplotlib.use("Agg")
import matplotlib.pyplot as plt
from matplotlib.collections import LineCollection

table, ours, sheet = sys.argv[1:4]
tracks = {}
with open(table) as rows:
    for row in csv.DictReader(rows):
        tracks.setdefault(row["MMSI"], []).append((row["BaseDateTime"], float(row["LON"]), float(row["LAT"])))
figure = plt.figure(figsize=(19.2, 10.8), dpi=100)
axes = figure.add_subplot()
axes.add_collection(LineCollection([[place[1:] for place in sorted(track)] for track in tracks.values()]))
axes.autoscale()
axes.set_title("Tracks")
figure.savefig(sheet + ".theirs.png")

one, other = plt.imread(ours)[..., :3], plt.imread(sheet + ".theirs.png")[..., :3]
pair = plt.figure(figsize=(38.4, 16.2), dpi=50)
for place, (picture, gray) in enumerate([(one, False), (other, False), (one, True), (other, True)]):
    x, width = (place % 2) / 2 + (0.125 if gray else 0), 0.25 if gray else 0.5
    part = pair.add_axes([x, 0 if gray else 1 / 3, width, 1 / 3 if gray else 2 / 3])
    part.imshow(picture @ [0.2126, 0.7152, 0.0722] if gray else picture, cmap="gray" if gray else None)
    part.axis("off")
pair.savefig(sheet)
