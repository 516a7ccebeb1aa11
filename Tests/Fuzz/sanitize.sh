#!/bin/sh
# The whole test suite under AddressSanitizer and under ThreadSanitizer: sanitize.sh [address|thread]… [-- TEST ARGUMENTS].
set -eu
cd "$(dirname "$0")/../.."
kinds=
while [ $# -gt 0 ] && [ "$1" != -- ]; do
  kinds="$kinds $1"
  shift
done
[ $# -gt 0 ] && shift
export SWIFT_BACKTRACE=enable=no
# Leaks are not looked for: Swift's runtime keeps the types that it makes for good.
export ASAN_OPTIONS=detect_leaks=0
TSAN_OPTIONS="halt_on_error=1 second_deadlock_stack=1 suppressions=$PWD/Tests/Fuzz/thread-suppressions.txt"
export TSAN_OPTIONS
for kind in ${kinds:-address thread}; do
  echo "sanitize: $kind"
  swift test -c release --sanitize="$kind" --scratch-path ".build/sanitize/$kind" "$@"
done
