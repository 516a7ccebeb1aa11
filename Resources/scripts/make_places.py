#!/usr/bin/env python3
"""Makes Resources/places.bin: names for the map, of towns and countries from Natural Earth and of seas of our own.

    make_places.py TOWNS FOLDER    TOWNS is ne_10m_populated_places_simple as CSV (from Debian's libmagics++-data), with
                                   the columns name, adm0name, featurecla, scalerank, pop_max, latitude, longitude;
                                   FOLDER holds ne_10m.zip

Seas are read from seas.txt beside this script; a line that touches land, runs from east to west or bends sharply is
refused. Widths of letters are those of Open Sans beside the result. The byte layout is described in
Resources/ATTRIBUTION.md, under "Places". Standard library only.
"""

import csv
import math
import pathlib
import re
import struct
import sys
import zipfile

import geometry
import shapefile
import truetype

HERE = pathlib.Path(__file__).resolve().parent
UNITS_PER_DEGREE = 100_000
TOWN, COUNTRY, SEA = range(3)
IS_CAPITAL = 4

# Least zoom of a town by Natural Earth's scalerank; rank 5 is two towns of a later date. Half a zoom less by the sea.
TOWN_ZOOM = [3.5, 4.5, 5.5, 6.0, 6.5, 7.0, 7.0, 8.0, 8.5, 9.0, 9.0]
COAST_KILOMETRES = 10
COAST_BONUS = 0.5

# Letters beyond ASCII are lost in the CSV: one replacement sign stands for each. The names as they are written.
WRITTEN = """
Ålesund|Århus|Bærum|Bodø|Bollnäs|Borås|Borlänge|Cáceres|Ciudad Juárez|Córdoba|Déline|Düsseldorf|Egilsstaðir|Gävle|Gjøvik|Göteborg
Ísafjörður|Jacundá|Jaén|Jönköping|Jyväskylä|Keflavík|København|Kraków|La Coruña|Linköping|Lüderitz|Luleå|Macapá|Malmö|Maltahöhe
Mazatlán|Montréal|Münster|Norrköping|Nürnberg|Örebro|Örnsköldsvik|Osnabrück|Östersund|Québec|Reykjavík|Rørvik|San José
San Martín Station|San Sebastián|São Luís|Sauðárkrókur|Sept-Îles|Skellefteå|Sodankylä|St. John’s|Svolvær|Tønsberg|Tórshavn
Trois-Rivières|Trollhättan|Tromsø|Tucumán|Umeå|Vadsø|Västerås|Växjö|Vitória|Zürich|Tômbua|Amundsen–Scott South Pole Station
""".replace("\n", "|").strip("|").split("|")

# Names that the list misspells, or that have changed, by name and country.
RENAMED = {
    ("Pirai\ufffdvs", "Greece"): "Piraeus", ("Paneve\ufffdys", "Lithuania"): "Panevėžys",
    ("L\ufffddz", "Poland"): "Łódź", ("Damanh\ufffdr", "Egypt"): "Damanhur", ("Sevastapol", "Ukraine"): "Sevastopol",
    ("Kiev", "Ukraine"): "Kyiv", ("Odessa", "Ukraine"): "Odesa", ("Rangoon", "Myanmar"): "Yangon",
    ("Sri Jawewardenepura Kotte", "Sri Lanka"): "Sri Jayawardenepura Kotte", ("Sdid Bouzid", "Tunisia"): "Sidi Bouzid",
}

# The list has Mazatlán of Sinaloa twice, once 700 km from where it is.
LEFT_OUT_TOWNS = {("Mazatlán", "Mexico")}

# Which towns the list calls capitals that are none of their country now, and which it does not that are.
NO_CAPITALS = {"Abidjan", "Dar es Salaam", "Hargeysa", "Johannesburg", "Yangon"}
ALSO_CAPITALS = {"Dodoma", "Porto-Novo"}

# Leases, buffer zones, reefs and others that have no name on a map of this scale.
COUNTRY_TYPES = ("Sovereign country", "Sovereignty", "Country", "Disputed", "Dependency")
ALSO_COUNTRIES = ("PSX", "SAH", "ATA")
LEFT_OUT_COUNTRIES = ("WSB", "ESB", "CYN", "SOL", "UMI", "CSI", "ATC", "CLP", "HMD", "IOA", "VAT", "MAC")

# A country of its town's name, nearer than this, is the town: Singapore stands on the map once.
SAME_NAME_KILOMETRES = 30
COUNTRY_NAMES = {
    "SWZ": "Eswatini", "FRO": "Faroe Is.", "STP": "São Tomé and Príncipe", "SGS": "South Georgia", "MAF": "St. Martin",
    "BLM": "St. Barthélemy",
}

# Dependencies and what is in dispute wait until this zoom, but for a member of the United Nations.
DEPENDENCY_ZOOM = 5.0
MEMBERS = ("ISR",)

# The natural width of a sea's name: italic letters of 12 points, a quarter of an em between them.
SEA_POINTS = 12
SEA_TRACKING = 0.25

# Pieces of a curve between two points of seas.txt, and the sharpest bend in degrees between two of the pieces.
CURVE_STEPS = 4
SHARPEST_BEND = 15


def mercator(longitude, latitude):
    """A place in widths of the world, x east, y north."""
    return longitude / 360, math.asinh(math.tan(math.radians(latitude))) / (2 * math.pi)


class Land:
    """Land and lakes of Natural Earth 1:10m: what is inside, and how far the coast is."""

    BANDS_PER_DEGREE = 20
    CELLS_PER_DEGREE = 4

    def __init__(self, archive):
        self.layers = []
        self.cells = {}
        for layer in ("ne_10m_land", "ne_10m_lakes"):
            bands = {}
            for shape in shapefile.shapes(archive, layer):
                for part in shape:
                    for (x0, y0), (x1, y1) in zip(part, part[1:]):
                        if y0 != y1:
                            low, high = sorted((y0, y1))
                            for band in range(self.band(low), self.band(high) + 1):
                                bands.setdefault(band, []).append((x0, y0, x1, y1))
                        if layer == "ne_10m_land":
                            self.enter(x0, y0, x1, y1)
            self.layers.append(bands)

    def band(self, latitude):
        return math.floor(latitude * self.BANDS_PER_DEGREE)

    def cell(self, longitude, latitude):
        return math.floor(longitude * self.CELLS_PER_DEGREE), math.floor(latitude * self.CELLS_PER_DEGREE)

    def enter(self, x0, y0, x1, y1):
        if abs(x0) > 179.99 and abs(x1) > 179.99 or y0 < -89.9:
            return
        (a, b), (c, d) = self.cell(min(x0, x1), min(y0, y1)), self.cell(max(x0, x1), max(y0, y1))
        for column in range(a, c + 1):
            for row in range(b, d + 1):
                self.cells.setdefault((column, row), []).append((x0, y0, x1, y1))

    def inside(self, layer, x, y):
        crossings = 0
        for x0, y0, x1, y1 in self.layers[layer].get(self.band(y), ()):
            if (y0 > y) != (y1 > y) and x < x0 + (y - y0) / (y1 - y0) * (x1 - x0):
                crossings += 1
        return crossings % 2 == 1

    def is_land(self, longitude, latitude):
        x = (longitude + 180) % 360 - 180
        return self.inside(0, x, latitude) and not self.inside(1, x, latitude)

    def is_near_coast(self, longitude, latitude, kilometres):
        """Whether an edge of the coast is at most so far, on a plane that touches the sphere here."""
        north = 111.2
        east = north * math.cos(math.radians(latitude))
        reach_x = kilometres / max(east, 1e-3)
        if reach_x > 90:
            return False
        (a, b) = self.cell(longitude - reach_x, latitude - kilometres / north)
        (c, d) = self.cell(longitude + reach_x, latitude + kilometres / north)
        for column in range(a, c + 1):
            for row in range(b, d + 1):
                for x0, y0, x1, y1 in self.cells.get((column, row), ()):
                    ax, ay = (x0 - longitude) * east, (y0 - latitude) * north
                    bx, by = (x1 - x0) * east, (y1 - y0) * north
                    square = bx * bx + by * by
                    share = 0 if square == 0 else min(max(-(ax * bx + ay * by) / square, 0), 1)
                    if math.hypot(ax + share * bx, ay + share * by) <= kilometres:
                        return True
        return False


def towns(path, land):
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    written = {re.sub(r"[^\x00-\x7f]", "\ufffd", name): name for name in WRITTEN}
    for row in rows:
        name = RENAMED.get((row["name"], row["adm0name"])) or written.get(row["name"], row["name"])
        if (name, row["adm0name"]) in LEFT_OUT_TOWNS:
            continue
        rank = int(row["scalerank"])
        longitude, latitude = float(row["longitude"]), float(row["latitude"])
        zoom = TOWN_ZOOM[rank]
        if land.is_near_coast(longitude, latitude, COAST_KILOMETRES):
            zoom -= COAST_BONUS
        capital = row["featurecla"] == "Admin-0 capital" and name not in NO_CAPITALS or name in ALSO_CAPITALS
        yield TOWN | (IS_CAPITAL if capital else 0), name, rank, zoom, max(int(row["pop_max"]), 0), [
            (longitude, latitude)]


def is_town(name, longitude, latitude, towns):
    east = math.cos(math.radians(latitude))
    return any(
        town[1] == name and 111.2 * math.hypot((x - longitude) * east, y - latitude) < SAME_NAME_KILOMETRES
        for town in towns for x, y in town[5])


def countries(archive, towns):
    for row in shapefile.rows(archive, "ne_10m_admin_0_countries"):
        code = row["adm0_a3"]
        if code in LEFT_OUT_COUNTRIES or not (row["type"] in COUNTRY_TYPES or code in ALSO_COUNTRIES):
            continue
        name, place = COUNTRY_NAMES.get(code, row["name"]), (float(row["label_x"]), float(row["label_y"]))
        if is_town(name, *place, towns):
            continue
        zoom = float(row["min_label"])
        if code not in MEMBERS and row["type"] in ("Disputed", "Dependency", "Indeterminate") and code != "ATA":
            zoom = max(zoom, DEPENDENCY_ZOOM)
        yield COUNTRY, name, int(row["labelrank"]), zoom, 0, [place]


def seas(path, land, font):
    wrong = []
    for text in path.read_text(encoding="utf-8").splitlines():
        if text.startswith("#") or not text.strip():
            continue
        name, rank, least, points, *flags = [field.strip() for field in text.split(";")]
        line = curve([tuple(float(value) for value in point.split(",")) for point in points.split()])
        flat = [mercator(*point) for point in line]
        steps = [(b[0] - a[0], b[1] - a[1]) for a, b in zip(flat, flat[1:])]
        east, north = flat[-1][0] - flat[0][0], flat[-1][1] - flat[0][1]
        if len(line) < 2 or any(abs(x) >= 0.25 for x, _ in steps) or east < 0 and abs(east) > 0.2 * abs(north):
            wrong.append(f"{name}: not a line from west to east")
        bends = [math.degrees(math.atan2(a * d - b * c, a * c + b * d)) for (a, b), (c, d) in zip(steps, steps[1:])]
        if any(abs(bend) > SHARPEST_BEND for bend in bends):
            wrong.append(f"{name}: bends by {max(bends, key=abs):.0f} degrees")
        if flags not in ([], ["islands"]):
            wrong.append(f"{name}: {flags}")
        if not flags:
            for place in touching(line, land):
                wrong.append(f"{name}: land at {place[0]:.3f},{place[1]:.3f}")
        length = sum(math.hypot(x, y) for x, y in steps)
        width = SEA_POINTS * (font.width(name) + SEA_TRACKING * (len(name) - 1))
        # Up to the next tenth, so that at its least zoom the name fits.
        zoom = math.ceil(10 * math.log2(width / (256 * length)) - 1e-9) / 10
        if least != "-":
            zoom = max(zoom, float(least))
        yield SEA, name, int(rank), max(zoom, 0), 0, line
    if wrong:
        raise SystemExit("\n".join(wrong))


def curve(line):
    """A line as a Catmull-Rom spline through its points, as straight pieces in Mercator; two points stay two."""
    if len(line) == 2:
        return line
    flat = [mercator(*place) for place in line]
    before, after = [
        tuple(2 * end - inner for end, inner in zip(*pair)) for pair in ((flat[0], flat[1]), (flat[-1], flat[-2]))]
    points = [before, *flat, after]
    result = [line[0]]
    for p, q, r, s in zip(points, points[1:], points[2:], points[3:]):
        for step in range(1, CURVE_STEPS + 1):
            t = step / CURVE_STEPS
            x, y = (
                b + t / 2 * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))
                for a, b, c, d in zip(p, q, r, s))
            result.append((360 * x, latitude(y)))
    return result


def latitude(y):
    return math.degrees(math.atan(math.sinh(2 * math.pi * y)))


def touching(line, land):
    """The first place on land of each stretch of a line, which is straight in Mercator; a look every 2 km or oftener."""
    for (x0, y0), (x1, y1) in zip(line, line[1:]):
        (_, v0), (_, v1) = mercator(x0, y0), mercator(x1, y1)
        parts = max(25, math.ceil(math.hypot(x1 - x0, y1 - y0) * 111.3 / 2))
        for part in range(parts + 1):
            v = v0 + (v1 - v0) * part / parts
            place = (x0 + (x1 - x0) * part / parts, latitude(v))
            if land.is_land(*place):
                yield place
                break


def encoded(place):
    flags, name, rank, zoom, population, line = place
    text = name.encode("utf-8")
    whole = [(round(x * UNITS_PER_DEGREE), round(y * UNITS_PER_DEGREE)) for x, y in line]
    result = struct.pack("<BBBBB", flags, rank, round(zoom * 10), len(whole), len(text)) + text
    result += geometry.varint(population)
    for (x0, y0), (x1, y1) in zip([(0, 0)] + whole, whole):
        result += geometry.varint(x1 - x0) + geometry.varint(y1 - y0)
    return result


def main():
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    regular, italic = (truetype.Letters(HERE.parent / f"OpenSans-{style}.ttf") for style in ("Regular", "Italic"))
    with zipfile.ZipFile(pathlib.Path(sys.argv[2]) / "ne_10m.zip") as archive:
        land = Land(archive)
        places = list(towns(sys.argv[1], land))
        places += list(countries(archive, places))
    places += seas(HERE / "seas.txt", land, italic)
    for place in places:
        missing = [letter for letter in place[1] if not (regular.has(letter) and italic.has(letter))]
        if missing or not 0 < len(place[1].encode("utf-8")) < 256 or not place[1].isprintable():
            raise SystemExit(f"{place[1]!r}: Open Sans lacks {missing}, or no name of 1...255 bytes")
    # The most important of a kind first; the name decides last, so that the order is one.
    places.sort(key=lambda place: (place[0] & 3, place[2], place[3], -place[4], place[1], place[5]))
    result = b"WPN1" + struct.pack("<I", len(places)) + b"".join(encoded(place) for place in places)
    (HERE.parent / "places.bin").write_bytes(result)
    kinds = [sum(place[0] & 3 == kind for place in places) for kind in range(3)]
    print("places.bin: {:,} bytes; {} towns, {} countries, {} seas".format(len(result), *kinds))


if __name__ == "__main__":
    main()
