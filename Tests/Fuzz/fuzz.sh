#!/bin/sh
# Fuzzes the readers: fuzz.sh SECONDS [TARGET…], each target for so long; without names all.
#
# What is found goes to .build/fuzz/found/TARGET; put it, made smaller by -minimize_crash=1, into
# Tests/Fuzz/Regressions/TARGET, where a test reads it ever after.
set -eu
cd "$(dirname "$0")/../.."
seconds=${1:-60}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- csv nmea json gpx sqlite archive events watchlist ports land coastline pmtiles mbtiles style scale font
data=../shared/data

work=.build/fuzz
mkdir -p $work
# Of itself the compiler instruments for a libFuzzer of long ago, which finds its way no better than by chance.
WAKEPRINT_FUZZ_BUILD=1 swift build -c release --product WakeprintFuzz --sanitize=fuzzer --sanitize=address \
  -Xswiftc -sanitize-coverage=edge,trace-cmp,inline-8bit-counters,pc-table --scratch-path $work/build
driver=$work/build/release/WakeprintFuzz

# Trials that need a file write it where no disk is in the way.
TMPDIR=${TMPDIR:-/tmp}
[ -w /dev/shm ] && TMPDIR=/dev/shm
export TMPDIR
# libFuzzer, not Swift, is to say what a trap was. Leaks are not looked for: the runtime keeps types for good.
export SWIFT_BACKTRACE=enable=no
export ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1

# Some lines of real recordings, where they are at hand.
real() {
  case $1 in
  csv)
    gzip -dc Resources/solent_2016-01-12.csv.gz | head -n 12 >"$2/real-solent" || true
    for file in "$data"/ais/*.csv.gz; do
      [ -e "$file" ] && { gzip -dc "$file" | head -n 12 >"$2/real-$(basename "$file" .csv.gz)" || true; }
    done ;;
  nmea) [ -e "$data/nmea/sample.aivdm" ] && grep -v '^#' "$data/nmea/sample.aivdm" | split -l 20 - "$2/real-" ;;
  ports) [ -e "$data/ports/wpi.csv" ] && head -n 12 "$data/ports/wpi.csv" >"$2/real-wpi" ;;
  archive)
    for packer in gzip zstd xz bzip2; do
      command -v $packer >/dev/null && $packer -qc "$2/seed-0" >"$2/real-$packer"
      [ $packer = gzip ] || $packer -qc "$2/real-gzip" >"$2/real-gzip-$packer"
    done ;;
  style) cp Resources/themes/*.json "$2" ;;
  esac || true
}

failed=
for target in "$@"; do
  corpus=$work/corpus/$target
  found=$work/found/$target
  mkdir -p "$corpus" "$found"
  WAKEPRINT_FUZZ=$target WAKEPRINT_SEEDS=$corpus $driver
  real "$target" "$corpus"
  words=Tests/Fuzz/Words/$target.txt
  [ -e "$words" ] && words="-dict=$words" || words=
  [ -d "Tests/Fuzz/Regressions/$target" ] && again=Tests/Fuzz/Regressions/$target || again=
  echo "fuzz: $target for $seconds s"
  # shellcheck disable=SC2086
  if WAKEPRINT_FUZZ=$target $driver -max_total_time="$seconds" -max_len=16384 -rss_limit_mb=2048 -timeout=10 \
    -print_final_stats=1 -artifact_prefix="$found/" $words "$corpus" $again >"$work/$target.log" 2>&1; then
    grep -E 'average_exec_per_sec|number_of_executed' "$work/$target.log"
  else
    failed="$failed $target"
    grep -E '^(SUMMARY|ERROR|Fatal|.*Fatal error)|Test unit written' "$work/$target.log" || tail -n 5 "$work/$target.log"
  fi
done
[ -z "$failed" ] || { echo "fuzz: faults in$failed; see $work/found and the logs in $work"; exit 1; }
