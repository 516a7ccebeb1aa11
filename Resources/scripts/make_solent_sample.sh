#!/bin/sh
# Makes Resources/solent_2016-01-12.csv.gz from the CSV of the Stone Soup 1.9.1 source distribution
# (`pip download --no-deps --no-binary :all: stonesoup==1.9.1`, docs/demos): make_solent_sample.sh CSV
set -eu
gzip -9n <"${1:?the CSV file}" >"$(dirname "$0")/../solent_2016-01-12.csv.gz"
