"""Writes geometry in the compact format that `GeometryArchive` (Sources/Geography) reads.

The byte layout is described in Resources/ATTRIBUTION.md, under "Geometry files".
"""

import struct

UNITS_PER_DEGREE = 100_000
VERTICES_PER_PIECE = 128
FIRST_PIECE = 1
RING = 2


def quantised(part):
    """Degrees to whole units of 1e-5 degrees; edges of the world snap to it, repeated vertices go."""
    result = []
    for longitude, latitude in part:
        if abs(longitude) > 179.999:
            longitude = 180.0 if longitude > 0 else -180.0
        if latitude < -89.99:
            latitude = -90.0
        vertex = (round(longitude * UNITS_PER_DEGREE), round(latitude * UNITS_PER_DEGREE))
        if not result or result[-1] != vertex:
            result.append(vertex)
    return result


def twice_area(ring):
    """Twice the signed area of a ring whose last vertex is not the first again; positive is anticlockwise."""
    area = 0
    x0, y0 = ring[-1]
    for x1, y1 in ring:
        area += x0 * y1 - x1 * y0
        x0, y0 = x1, y1
    return area


def ring(part, outer):
    """A quantised ring, clockwise when it is an outer one, without the repeated end; None if it has no area."""
    vertices = quantised(part)
    if len(vertices) > 1 and vertices[0] == vertices[-1]:
        vertices.pop()
    vertices = without_world_edge_interior(vertices)
    area = twice_area(vertices) if len(vertices) > 2 else 0
    if area == 0:
        return None
    if (area < 0) != outer:
        vertices.reverse()
    return vertices


def without_world_edge_interior(vertices):
    """Drops the vertices that only subdivide an edge along the antimeridian or the South Pole."""
    half = 180 * UNITS_PER_DEGREE
    pole = -90 * UNITS_PER_DEGREE
    count = len(vertices)
    kept = []
    for index, (x, y) in enumerate(vertices):
        px, py = vertices[index - 1]
        nx, ny = vertices[(index + 1) % count]
        along_meridian = abs(x) == half and px == x == nx and (py - y) * (ny - y) < 0
        along_pole = y == pole and py == y == ny and (px - x) * (nx - x) < 0
        if not (along_meridian or along_pole):
            kept.append((x, y))
    return kept


def rings_of(shapes):
    """All rings of shapefile polygons: clockwise ones are outer rings, anticlockwise ones holes."""
    result = []
    for shape in shapes:
        for part in shape:
            vertices = quantised(part)
            if len(vertices) < 4:
                continue
            made = ring(part, outer=twice_area(vertices) < 0)
            if made:
                result.append(made)
    return result


def joined(lines):
    """Lines joined end to end wherever exactly two of them meet; the order of the result is the input's."""
    lines = [line for line in lines if len(line) > 1]
    at = {}
    for index, line in enumerate(lines):
        for end in (line[0], line[-1]):
            at.setdefault(end, []).append(index)
    used = [False] * len(lines)

    def grown(line):
        while True:
            meeting = at[line[-1]]
            follower = [index for index in meeting if not used[index]]
            if len(meeting) != 2 or len(follower) != 1:
                return line
            used[follower[0]] = True
            other = lines[follower[0]]
            line = line + (other[1:] if other[0] == line[-1] else other[-2::-1])

    result = []
    for index, line in enumerate(lines):
        if not used[index]:
            used[index] = True
            result.append(grown(grown(line)[::-1])[::-1])
    return result


def varint(value):
    """A signed integer, zigzagged, seven bits to a byte, lowest first, the high bit set on all but the last."""
    value = value << 1 if value >= 0 else (-value << 1) - 1
    out = bytearray()
    while value >= 128:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return out


def encoded(layers):
    """The bytes of a file: `layers` is (lines, closed) for land, lakes and borders, in this order."""
    counts, table, deltas = [], bytearray(), bytearray()
    for lines, closed in layers:
        pieces = 0
        for line in lines:
            whole = line + line[:1] if closed else line
            for start in range(0, len(whole) - 1, VERTICES_PER_PIECE):
                piece = whole[start : start + VERTICES_PER_PIECE + 1]
                xs = [x for x, _ in piece]
                ys = [y for _, y in piece]
                flags = (FIRST_PIECE if start == 0 else 0) | (RING if closed else 0)
                table += struct.pack(
                    "<iiiiiiIHH", *piece[0], min(xs), min(ys), max(xs), max(ys), len(deltas), len(piece) - 1, flags)
                for (x0, y0), (x1, y1) in zip(piece, piece[1:]):
                    deltas += varint(x1 - x0) + varint(y1 - y0)
                pieces += 1
        counts.append(pieces)
    return b"WPG1" + struct.pack("<3I", *counts) + bytes(table) + bytes(deltas)
