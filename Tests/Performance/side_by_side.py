"""side_by_side.py PEERS CSV WORK ROUNDS: whole processes in turn, wall time and peak memory, and ratios round by round."""
import os, statistics, subprocess, sys, time

peers, csv, work, rounds = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
python = os.path.join(work, "venv/bin/python")
wakeprint = [".build/release/wakeprint"]
frame = ["--bbox", "117,23,132,41", "--size", "2048x2048"]
runs = {
    "wakeprint heatmap": wakeprint + ["heatmap", csv, "-o", f"{work}/wakeprint.png", "-f", "-q"] + frame,
    "datashader points": [python, f"{peers}/datashader_heatmap.py", csv, f"{work}/points.png", "points"],
    "datashader lines, anti-aliased": [python, f"{peers}/datashader_heatmap.py", csv, f"{work}/aalines.png", "aalines"],
    "wakeprint inspect (reader and survey)": wakeprint + ["inspect", csv, "-q"],
    "polars": [python, f"{peers}/polars_csv.py", csv],
}


def once(command):
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{command[0]} failed")
    return time.monotonic() - start, usage.ru_maxrss / 1024


seconds = {name: [] for name in runs}
megabytes = {name: 0 for name in runs}
for number in range(rounds + 1):
    for name, command in runs.items():
        elapsed, memory = once(command)
        megabytes[name] = max(megabytes[name], memory)
        # The first round fills the page cache.
        if number:
            seconds[name].append(elapsed)
for name, times in seconds.items():
    print(f"{name}: median {statistics.median(times):.2f} s ({min(times):.2f}-{max(times):.2f}), peak {megabytes[name]:.0f} MB")


def ratio(peer, ours):
    all_rounds = [theirs / mine for theirs, mine in zip(seconds[peer], seconds[ours])]
    print(f"{peer} / {ours}: median {statistics.median(all_rounds):.1f} ({min(all_rounds):.1f}-{max(all_rounds):.1f})")


ratio("datashader points", "wakeprint heatmap")
ratio("datashader lines, anti-aliased", "wakeprint heatmap")
ratio("polars", "wakeprint inspect (reader and survey)")
