#!/usr/bin/env python3
"""Makes Sources/Geography/Region+Countries.swift: the countries' boxes, from Natural Earth 1:10m admin_0_countries.

    make_countries.py FOLDER    the folder that holds ne_10m.zip

A box holds all of a country's polygons, across the antimeridian where that is shorter, rounded outward to a tenth of
a degree. For the countries of NEAR the parts beyond that many degrees from the box grown so far are left out.
"""

import math
import pathlib
import sys
import zipfile

import geometry
import shapefile

KINDS = ("Sovereign country", "Sovereignty", "Country", "Disputed", "Dependency")
ALSO = ("PSX", "SAH", "ATA")
LEFT_OUT = ("WSB", "ESB", "ATF", "IOA", "CLP", "CSI", "ATC", "UMI", "HMD", "CYN", "SOL")

# Degrees within which a further part belongs to the box; the rest of these countries lies an ocean away.
NEAR = {
    "USA": 3, "FRA": 3, "NLD": 3, "NOR": 2, "RUS": 6, "NZL": 1, "CHL": 3, "ECU": 3, "ESP": 3, "PRT": 3, "ZAF": 3,
    "AUS": 3, "BRA": 1, "COL": 1, "JPN": 3, "CRI": 3, "GBR": 3, "CHN": 0.5, "SHN": 2,
}

# Crimea is counted to Ukraine (UN General Assembly resolution 68/262); Natural Earth draws it with Russia.
ALSO_HOLDS = {"UKR": (32.4, 44.3, 36.7, 46.3)}

NAMES = {
    "CHN": "China", "FSM": "Micronesia", "BHS": "Bahamas", "GMB": "Gambia", "USA": "United States",
    "CZE": "Czechia", "TLS": "Timor-Leste", "MAC": "Macao",
}

ALIASES = {
    "USA": ["America", "US", "Contiguous United States"], "GBR": ["UK", "Great Britain", "Britain"],
    "ARE": ["UAE", "Emirates"], "PRK": ["DPRK", "Democratic People's Republic of Korea"], "KOR": ["ROK"], "CHN": ["PRC"], "TUR": ["Türkiye"],
    "NLD": ["Holland"], "MMR": ["Burma"], "CZE": ["Czech Republic"], "TLS": ["East Timor"], "CPV": ["Cabo Verde"],
    "SWZ": ["Swaziland"], "COD": ["DR Congo", "DRC"], "COG": ["Congo"], "VNM": ["Viet Nam"], "RUS": [],
    "FLK": ["Malvinas"], "MKD": ["Macedonia"], "TWN": ["Chinese Taipei"], "SAU": ["KSA"], "LAO": ["Lao"],
}


def span(intervals):
    """The shortest arc of longitude, (west, east) with west > east across the antimeridian, that holds intervals."""
    merged = []
    for west, east in sorted(intervals):
        if merged and west <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], east)
        else:
            merged.append([west, east])
    gaps = [(b[0] - a[1], b[0], a[1]) for a, b in zip(merged, merged[1:])]
    gaps.append((merged[0][0] + 360 - merged[-1][1], merged[0][0], merged[-1][1]))
    _, west, east = max(gaps)
    return west, east


def gap(box, part):
    """Degrees between a box and a part's box along the axis where they are farther apart; 0 where they overlap."""
    west, south, east, north = box
    width = (east - west) % 360
    offset = (part[0] - west) % 360
    across = 0 if offset <= width else min(offset - width, max(0, 360 - offset - (part[2] - part[0])))
    return max(across, part[1] - north, south - part[3], 0)


def country_box(rings, near):
    parts = []
    for ring in rings:
        xs, ys = [x for x, _ in ring], [y for _, y in ring]
        area = abs(geometry.twice_area(ring)) * math.cos(math.radians((min(ys) + max(ys)) / 2))
        parts.append((area, (min(xs), min(ys), max(xs), max(ys))))
    parts.sort(reverse=True)
    taken, waiting = [parts[0][1]], [box for _, box in parts[1:]]
    while True:
        west, east = span([(box[0], box[2]) for box in taken])
        box = (west, min(b[1] for b in taken), east, max(b[3] for b in taken))
        joining = [b for b in waiting if near is None or gap(box, b) <= near]
        if not joining:
            return box
        taken += joining
        waiting = [b for b in waiting if b not in joining]


def outward(box):
    west, south, east, north = box
    return (
        max(math.floor(west * 10 + 1e-6) / 10, -180), max(math.floor(south * 10 + 1e-6) / 10, -90),
        min(math.ceil(east * 10 - 1e-6) / 10, 180), min(math.ceil(north * 10 - 1e-6) / 10, 90))


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    with zipfile.ZipFile(pathlib.Path(sys.argv[1]) / "ne_10m.zip") as archive:
        shapes = shapefile.shapes(archive, "ne_10m_admin_0_countries")
        rows = shapefile.rows(archive, "ne_10m_admin_0_countries")
    lines = []
    for shape, row in zip(shapes, rows):
        code = row["adm0_a3"]
        if code in LEFT_OUT or not (row["type"] in KINDS or code in ALSO):
            continue
        name = NAMES.get(code, row["name_en"])
        west, south, east, north = country_box(shape, NEAR.get(code))
        if code in ALSO_HOLDS:
            more = ALSO_HOLDS[code]
            west, south, east, north = min(west, more[0]), min(south, more[1]), max(east, more[2]), max(north, more[3])
        numbers = " ".join(f"{value:g}" for value in outward((west, south, east, north)))
        aliases = []
        for alias in [row["name_long"], row["iso_a3_eh"]] + ALIASES.get(code, []):
            if alias not in aliases and alias not in (name, "-99"):
                aliases.append(alias)
        lines.append("; ".join([name, numbers] + aliases))
    text = "\n".join("    " + line for line in sorted(lines))
    target = pathlib.Path(__file__).resolve().parents[2] / "Sources" / "Geography" / "Region+Countries.swift"
    target.write_text(f'''extension Region {{
  /// Countries and territories: name; west south east north in degrees; aliases.
  ///
  /// Written by `Resources/scripts/make_countries.py` from Natural Earth 1:10m; far-flung parts are left out.
  static let countriesTable = """
{text}
    """
}}
''')
    print(f"{target.name}: {len(lines)} countries")


if __name__ == "__main__":
    main()
