#!/usr/bin/env python3
"""Makes Resources/solent_osm.geometry: OpenStreetMap's land polygons about the Solent, for the demo.

    make_solent_coast.py WHEEL    roaring_landmask-0.11.0-*.whl, from `pip download --no-deps roaring-landmask==0.11.0`

The wheel's shared object holds, xz-compressed, a WKB MultiPolygon of the world's land, simplified by its authors at
0.0005 degrees; the data are (c) OpenStreetMap contributors, ODbL 1.0.
"""

import array
import lzma
import pathlib
import struct
import sys
import zipfile

import geometry

# West, south, east, north in degrees; `BasemapDetail` repeats these numbers.
BOX = (-3.2, 49.9, 1.0, 51.6)
XZ_MAGIC = b"\xfd7zXZ\0"
MULTIPOLYGON = b"\x01\x06\0\0\0"


def land_polygons(shared_object):
    """The WKB of the largest MultiPolygon among the xz streams of a shared object."""
    at, best, polygons = shared_object.find(XZ_MAGIC), -1, 0
    while at >= 0:
        try:
            head = lzma.LZMADecompressor().decompress(shared_object[at : at + 200_000], 9)
        except lzma.LZMAError:
            head = b""
        if head.startswith(MULTIPOLYGON) and struct.unpack_from("<I", head, 5)[0] > polygons:
            best, polygons = at, struct.unpack_from("<I", head, 5)[0]
        at = shared_object.find(XZ_MAGIC, at + 1)
    if best < 0:
        raise SystemExit("no xz-compressed MultiPolygon in the wheel's shared object; is it roaring-landmask 0.11.0?")
    return lzma.LZMADecompressor().decompress(shared_object[best:])


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
    with zipfile.ZipFile(sys.argv[1]) as wheel:
        wkb = land_polygons(wheel.read("roaring_landmask/roaring_landmask.abi3.so"))
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
