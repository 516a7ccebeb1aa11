#!/usr/bin/env python3
"""Makes Resources/palettes.bin: colour tables of 256 sRGB triples, one after another.

    make_palettes.py FOLDER WHEEL    FOLDER holds NAME.csv (header r,g,b and 256 rows 0...255) of the tables below;
                                     WHEEL is cmcrameri-1.10-*.whl (`pip download --no-deps cmcrameri==1.10`)

The tables of NAME.csv are `matplotlib.colormaps[NAME](i)` (3.11.2) and `cmocean.cm.NAME(i)` (4.0.3), i = 0...255,
times 255, rounded. Each entry of the result: 16 bytes of ASCII name padded with zeros, 256 x (red, green, blue).
"""

import csv
import pathlib
import sys
import zipfile

TAKEN = {
    "viridis": "viridis", "inferno": "inferno", "magma": "magma", "plasma": "plasma", "cividis": "cividis",
    "turbo": "turbo", "thermal": "cmo_thermal", "ice": "cmo_ice", "deep": "cmo_deep",
}

# Our own: the polyline through these colours (linear sRGB components), walked so that CIE L* rises evenly.
OWN = {
    "grays": [(0, 0, 0), (1, 1, 1)],
    "fire": [(0, 0, 0), (0.55, 0, 0), (1, 0.25, 0), (1, 0.75, 0.05), (1, 1, 1)],
    "ember": [(0, 0, 0), (0.20, 0.01, 0.03), (0.85, 0.12, 0.01), (1, 0.55, 0.10), (1, 0.93, 0.72)],
}


def lightness(colour):
    """CIE 1976 L*, 0...100, of linear sRGB components (IEC 61966-2-1 primaries)."""
    y = 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2]
    return 116 * y ** (1 / 3) - 16 if y > 216 / 24389 else y * 24389 / 27


def encoded(component):
    """An 8-bit sRGB value of a linear component (IEC 61966-2-1)."""
    value = 12.92 * component if component <= 0.0031308 else 1.055 * component ** (1 / 2.4) - 0.055
    return round(255 * value)


def walked(stops):
    """256 colours along a polyline whose L* rises, at equal steps of L*."""

    def at(position):
        index = min(int(position), len(stops) - 2)
        share = position - index
        return [a + (b - a) * share for a, b in zip(stops[index], stops[index + 1])]

    first, last = lightness(stops[0]), lightness(stops[-1])
    table = bytearray()
    for step in range(256):
        wanted = first + (last - first) * step / 255
        low, high = 0.0, float(len(stops) - 1)
        for _ in range(60):
            middle = (low + high) / 2
            low, high = (middle, high) if lightness(at(middle)) < wanted else (low, middle)
        table += bytes(encoded(component) for component in at((low + high) / 2))
    return bytes(table)


def main():
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    tables = {}
    for name, stem in TAKEN.items():
        with open(pathlib.Path(sys.argv[1]) / f"{stem}.csv", newline="") as file:
            tables[name] = bytes(int(row[c]) for row in csv.DictReader(file) for c in "rgb")
    with zipfile.ZipFile(sys.argv[2]) as wheel:
        text = wheel.read("cmcrameri/cmaps/batlow.txt").decode("ascii")
    tables["batlow"] = bytes(round(255 * float(number)) for number in text.split())
    tables.update((name, walked(stops)) for name, stops in OWN.items())
    result = bytearray()
    for name, table in tables.items():
        if len(table) != 768:
            raise SystemExit(f"{name}: {len(table)} bytes; 768 are needed")
        result += name.encode("ascii").ljust(16, b"\0") + table
    (pathlib.Path(__file__).resolve().parent.parent / "palettes.bin").write_bytes(result)
    print(f"palettes.bin: {len(result):,} bytes, {', '.join(tables)}")


if __name__ == "__main__":
    main()
