#!/usr/bin/env bash
# Makes the pictures that the README shows, into output/gallery: of the data that the program carries, and of the
# recordings in DATA where that folder is there.
set -euo pipefail
cd "$(dirname "$0")/../.."
wakeprint=.build/release/wakeprint
# What is installed on this machine must not show.
export WAKEPRINT_CACHE=/nowhere
gallery=output/gallery
data=${DATA:-../shared/data/ais}
mkdir -p "$gallery"
"$wakeprint" demo -o "$gallery" --force --quiet
"$wakeprint" palettes -o "$gallery/palettes.png" --force --quiet

map() { "$wakeprint" map --force --quiet --size 1600x900 "$@"; }

swift build -c release --product WakeprintBench
scene=$(mktemp -d)
trap 'rm -rf "$scene"' EXIT
.build/release/WakeprintBench scene >"$scene/scene.csv"
map "$scene/scene.csv" --detect --reach --color-by vessel --bbox 155,29.4,161.5,33.9 --theme dark \
  --title "Where two tankers could have met" --subtitle "A made-up scene with known truth" -o "$gallery/scene.png"

[ -d "$data" ] || exit 0
map "$data/satellite_2021-01.csv.gz" --detect --color-by vessel --from 2021-01-01 --bbox 117,28,131,40 \
  --title "Yellow Sea and East China Sea" --subtitle "Satellite AIS" -o "$gallery/yellow_sea.png"
map "$data/solent_2016-01-12.csv" --color-by vessel --bbox=-1.25,50.68,-1.0,50.83 --inset=-1.12,50.79,-1.09,50.81 \
  --theme light --title "Portsmouth approaches" -o "$gallery/portsmouth.png"
map "$data/noaa_2022-01-03.csv.gz" --color-by type --bbox=-83,23.4,-79,26.6 --theme print \
  --title "Straits of Florida" --to 2022-01-03T00:30 -o "$gallery/florida.png"
"$wakeprint" timelapse "$data/solent_2016-01-12.csv" --force --quiet --every 30s --trail 20m --fps 20 --size 960x540 \
  --bbox=-1.5,50.6,-0.85,50.92 --title "The Solent" --subtitle "12 January 2016" --no-locator -o "$gallery/solent.apng"
