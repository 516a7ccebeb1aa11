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
ASAN_OPTIONS="detect_leaks=0 suppressions=$PWD/Tests/Fuzz/address-suppressions.txt"
export ASAN_OPTIONS
TSAN_OPTIONS="halt_on_error=1 second_deadlock_stack=1 suppressions=$PWD/Tests/Fuzz/thread-suppressions.txt"
export TSAN_OPTIONS

mkdir -p .build/sanitize
locks=
if [ "$(uname -s)" = Linux ]; then
  locks=$PWD/.build/sanitize/thread_locks.so
  "$(dirname "$(readlink -f "$(command -v swift)")")/clang" -O2 -shared -fPIC -o "$locks" Tests/Fuzz/thread_locks.c
fi
for kind in ${kinds:-address thread}; do
  echo "sanitize: $kind"
  set -- -c release --sanitize="$kind" --scratch-path ".build/sanitize/$kind" "$@"
  swift build --build-tests -c release --sanitize="$kind" --scratch-path ".build/sanitize/$kind"
  [ "$kind" = thread ] && preload=$locks || preload=
  LD_PRELOAD=$preload swift test --skip-build "$@"
  shift 5
done
