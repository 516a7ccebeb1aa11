"""Reads ESRI shapefiles (polygons and polylines) and their dBase tables out of a zip archive.

After the ESRI Shapefile Technical Description (July 1998); standard library only.
"""

import struct
import zipfile


def member(archive, ending):
    """The bytes of the only member of an open zip whose name ends so."""
    names = [name for name in archive.namelist() if name.endswith(ending)]
    if len(names) != 1:
        raise SystemExit(f"{archive.filename}: {len(names)} members end in {ending}; one is needed")
    return archive.read(names[0])


def shapes(archive, layer):
    """A list of shapes, each a list of parts, each a list of (longitude, latitude) in degrees."""
    data = member(archive, f"/{layer}.shp")
    result = []
    position = 100
    while position < len(data):
        words = struct.unpack_from(">i", data, position + 4)[0]
        body = position + 8
        position = body + 2 * words
        kind = struct.unpack_from("<i", data, body)[0]
        if kind == 0:
            result.append([])
            continue
        if kind not in (3, 5):
            raise SystemExit(f"{layer}: shape type {kind}; only polylines (3) and polygons (5) are read")
        part_count, point_count = struct.unpack_from("<ii", data, body + 36)
        starts = struct.unpack_from(f"<{part_count}i", data, body + 44)
        flat = struct.unpack_from(f"<{2 * point_count}d", data, body + 44 + 4 * part_count)
        points = list(zip(flat[0::2], flat[1::2]))
        ends = starts[1:] + (point_count,)
        result.append([points[a:b] for a, b in zip(starts, ends)])
    return result


def rows(archive, layer):
    """A list of dictionaries, one to a shape, of the dBase table's text columns; names in lower case."""
    data = member(archive, f"/{layer}.dbf")
    count, header, width = struct.unpack_from("<IHH", data, 4)
    fields = []
    position = 32
    while data[position] != 0x0D:
        name = data[position : position + 11].split(b"\0")[0].decode("ascii").lower()
        fields.append((name, data[position + 16]))
        position += 32
    result = []
    for index in range(count):
        at = header + index * width + 1
        row = {}
        for name, length in fields:
            row[name] = data[at : at + length].decode("utf-8", "replace").strip(" \0")
            at += length
        result.append(row)
    return result
