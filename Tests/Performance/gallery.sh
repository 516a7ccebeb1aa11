#!/usr/bin/env bash
# Makes the pictures that the README shows, into output/gallery.
set -euo pipefail
cd "$(dirname "$0")/../.."
wakeprint=.build/release/wakeprint
# What is installed on this machine must not show.
export WAKEPRINT_CACHE=/nowhere
mkdir -p output/gallery
"$wakeprint" demo -o output/gallery --force --quiet
"$wakeprint" palettes -o output/gallery/palettes.png --force --quiet
