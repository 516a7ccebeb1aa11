"""tiles_side_by_side.py PEERS CSV HALF WORK ROUNDS WAKEPRINT PYTHON: tile pyramids by whole processes in turn, wall time
and peak memory, and ratios round by round; HALF holds half of CSV's rows over the same extent."""
import json, os, statistics, subprocess, sys, time

peers, csv, half, work, rounds, wakeprint, python = sys.argv[1:8]
rounds = int(rounds)
ROUNDS_ALONE = 5


def tiles(source, zoom):
    out = f"{work}/tiles.pmtiles"
    return [wakeprint, "tiles", source, "-Z", "0", "-z", str(zoom), "-o", out, "-f", "-q", "--json"]


def once(command):
    start = time.monotonic()
    # datashader warns of every empty tile.
    process = subprocess.Popen(command, stdout=subprocess.PIPE, env={**os.environ, "PYTHONWARNINGS": "ignore"})
    with process.stdout as stream:
        text = stream.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{' '.join(command)} failed")
    # Linux counts in kilobytes, Darwin in bytes.
    megabytes = usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    return time.monotonic() - start, megabytes, text


def spread(values, digits=2):
    return f"median {statistics.median(values):.{digits}f} ({min(values):.{digits}f}-{max(values):.{digits}f})"


def in_turn(runs, count, warm_up):
    """(seconds, peak megabytes, standard output) of each round by name; `warm_up` rounds before them fill the page cache."""
    results = {name: [] for name in runs}
    for number in range(-warm_up, count):
        for name, command in runs.items():
            result = once(command)
            if number >= 0:
                results[name].append(result)
    return results


def seconds(results, name):
    return [elapsed for elapsed, _, _ in results[name]]


def ratio(results, one, other, values=seconds):
    parts = [a / b for a, b in zip(values(results, one), values(results, other))]
    print(f"{one} / {other}: {spread(parts)}")


def report(results):
    for name in results:
        print(f"{name}: {spread(seconds(results, name))} s, peak {max(peak for _, peak, _ in results[name]):.0f} MB")


def tile_phase(results, name):
    """Seconds of counting and drawing, without the reading that grows with the rows."""
    stages = [json.loads(text)["stages"] for _, _, text in results[name]]
    return [stage["count_s"] + stage["draw_s"] for stage in stages]


print("--- zooms 0 to 10, in turn")
# One run of ours before the rounds is enough to fill the page cache: both read the same file.
once(tiles(csv, 10))
compared = in_turn({
    "wakeprint tiles": tiles(csv, 10),
    "datashader tiles": [python, f"{peers}/datashader_tiles.py", csv, f"{work}/datashader_tiles", "10"],
}, rounds, warm_up=0)
report(compared)
ratio(compared, "datashader tiles", "wakeprint tiles")

print("--- zooms 0 to 13, and half the rows")
alone = in_turn({"all rows": tiles(csv, 13), "half the rows": tiles(half, 13)}, ROUNDS_ALONE, warm_up=1)
report(alone)
for name in alone:
    written = [json.loads(text)["tiles"]["written"] for _, _, text in alone[name]]
    rates = [count / elapsed for count, elapsed in zip(written, seconds(alone, name))]
    print(f"{name}: {written[0]} tiles, {spread(rates, 0)} tiles a second of the whole process")
    print(f"{name}: counting and drawing {spread(tile_phase(alone, name))} s")
ratio(alone, "all rows", "half the rows")
print("the same of counting and drawing, ", end="")
ratio(alone, "all rows", "half the rows", tile_phase)
