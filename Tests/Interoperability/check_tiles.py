#!/usr/bin/env python3
"""check_tiles.py INPUT [WAKEPRINT]: the same tiles in every container, read by programs that are not ours.

Needs the Python packages pmtiles and mercantile, and Debian's gdal-bin; prints a line for each check and fails at the
first that does not hold."""
import json
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

import mercantile
from pmtiles.reader import MmapSource, Reader, all_tiles

program = sys.argv[2] if len(sys.argv) > 2 else ".build/release/wakeprint"
scratch = pathlib.Path(tempfile.mkdtemp())


def run(*command):
    return subprocess.run(list(map(str, command)), check=True, capture_output=True, text=True).stdout


def say(what, holds):
    print(("ok   " if holds else "FAIL ") + what)
    if not holds:
        sys.exit(1)


for name in ("t", "t.mbtiles", "t.pmtiles"):
    run(program, "tiles", sys.argv[1], "-z", "11", "-o", scratch / name, "-q")
    run(program, "verify", scratch / name, "-q")
say("wakeprint verify: all three sound", True)

folder = {
    (int(path.parts[-3]), int(path.parts[-2]), int(path.stem)): path.read_bytes()
    for path in (scratch / "t").glob("*/*/*.png")
}
described = json.loads((scratch / "t/tiles.json").read_text())

with open(scratch / "t.pmtiles", "rb") as file:
    source = MmapSource(file)
    reader = Reader(source)
    header = reader.header()
    archive = dict(all_tiles(source))
    say(f"pmtiles: {len(archive)} tiles, each equal to the folder's", archive == folder)
    say("pmtiles: get() finds each", all(reader.get(*tile) == png for tile, png in list(folder.items())[::7]))
    say("pmtiles: counts", header["addressed_tiles_count"] == len(folder) and header["clustered"])
    box = [header[key] / 1e7 for key in ("min_lon_e7", "min_lat_e7", "max_lon_e7", "max_lat_e7")]
    say("pmtiles: bounds as in tiles.json", all(abs(a - b) < 1e-6 for a, b in zip(box, described["bounds"])))
    say("pmtiles: metadata holds the legend", "legend" in reader.metadata())

database = sqlite3.connect(scratch / "t.mbtiles")
rows = {
    (z, x, 2**z - 1 - y): blob
    for z, x, y, blob in database.execute("select zoom_level, tile_column, tile_row, tile_data from tiles")
}
say(f"sqlite3: {len(rows)} tiles, each equal to the folder's", rows == folder)
metadata = dict(database.execute("select name, value from metadata"))
say("sqlite3: integrity", database.execute("pragma integrity_check").fetchone() == ("ok",))
say("sqlite3: zooms", (int(metadata["minzoom"]), int(metadata["maxzoom"])) == (min(rows)[0], max(rows)[0]))
west, south, east, north = map(float, metadata["bounds"].split(","))
deepest = max(rows)[0]
say(
    "mercantile: every tile meets the bounds, and the bounds' tiles hold them",
    all(
        tile.west < east and tile.east > west and tile.south < north and tile.north > south
        for tile in (mercantile.bounds(x, y, z) for z, x, y in rows)
    )
    and {(t.z, t.x, t.y) for t in mercantile.tiles(west, south, east, north, deepest)}
    >= {tile for tile in rows if tile[0] == deepest},
)

info = json.loads(run("gdalinfo", "-json", scratch / "t.mbtiles"))
say(f"GDAL opens the MBTiles: {info['size']}", info["driverShortName"] == "MBTiles" and info["bands"][0]["overviews"])
tms = f"""<GDAL_WMS><Service name="TMS"><ServerUrl>file://{scratch}/t/${{z}}/${{x}}/${{y}}.png</ServerUrl></Service>
<DataWindow><UpperLeftX>-20037508.34</UpperLeftX><UpperLeftY>20037508.34</UpperLeftY><LowerRightX>20037508.34</LowerRightX>
<LowerRightY>-20037508.34</LowerRightY><TileLevel>{deepest}</TileLevel><TileCountX>1</TileCountX><TileCountY>1</TileCountY>
<YOrigin>top</YOrigin></DataWindow><Projection>EPSG:3857</Projection><BlockSizeX>256</BlockSizeX><BlockSizeY>256</BlockSizeY>
<BandsCount>4</BandsCount><ZeroBlockHttpCodes>404</ZeroBlockHttpCodes><ZeroBlockOnServerException>true</ZeroBlockOnServerException>
<Cache><Path>{scratch}/cache</Path></Cache></GDAL_WMS>"""
(scratch / "t.xml").write_text(tms)
x0, y0, x1, y1 = (mercantile.xy(west, north) + mercantile.xy(east, south))
run("gdal_translate", "-q", "-projwin", x0, y0, x1, y1, "-outsize", 512, 0, scratch / "t.xml", scratch / "w.png")
say("GDAL reads the folder", os.path.getsize(scratch / "w.png") > 1000)
run("gdal_translate", "-q", "-projwin", x0, y0, x1, y1, "-outsize", 512, 0, scratch / "t.mbtiles", scratch / "m.png")
print("looked at:", scratch / "w.png", scratch / "m.png")
