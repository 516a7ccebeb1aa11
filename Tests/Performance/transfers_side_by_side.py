"""transfers_side_by_side.py PEERS CSV HALF WORK ROUNDS: encounters by scipy's k-d tree and by Wakeprint, whole processes
in turn: wall time, peak memory, ratios round by round; and HALF, the first half of the rows, for how time grows."""
import json, os, statistics, subprocess, sys, time

peers, csv, half, work, rounds = sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4], int(sys.argv[5])
python = os.environ.get("PYTHON", os.path.join(work, "venv/bin/python"))
search = lambda source: [
    ".build/release/wakeprint", "transfers", source, "-o", f"{work}/events.geojson", "-f", "-q", "--json"]
runs = {
    "scipy encounters": [python, f"{peers}/scipy_encounters.py", csv],
    "wakeprint transfers": search(csv),
    "wakeprint transfers, half the rows": search(half),
}
seconds = {name: [] for name in runs}
megabytes = {name: 0 for name in runs}
said = {}
for number in range(rounds + 1):
    for name, command in runs.items():
        start = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.PIPE)
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        if status:
            sys.exit(f"{name} failed")
        said[name] = output.decode()
        megabytes[name] = max(megabytes[name], usage.ru_maxrss / 1024)
        # The first round fills the page cache.
        if number:
            seconds[name].append(time.monotonic() - start)
for name, times in seconds.items():
    print(f"{name}: median {statistics.median(times):.2f} s ({min(times):.2f}-{max(times):.2f}), peak {megabytes[name]:.0f} MB")
print(f"found by scipy: {said['scipy encounters'].strip()}; by wakeprint: {json.loads(said['wakeprint transfers'])['events']}")


def ratio(one, other):
    all_rounds = [a / b for a, b in zip(seconds[one], seconds[other])]
    print(f"{one} / {other}: median {statistics.median(all_rounds):.2f} ({min(all_rounds):.2f}-{max(all_rounds):.2f})")


ratio("scipy encounters", "wakeprint transfers")
ratio("wakeprint transfers", "wakeprint transfers, half the rows")
