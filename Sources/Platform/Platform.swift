// The one place where the platform's maths and file calls are chosen.

#if canImport(Darwin)
  @_exported import Darwin
#elseif canImport(Glibc)
  @_exported import Glibc
#elseif canImport(Musl)
  @_exported import Musl
#endif

/// The number of processors the process may use, at least 1.
package func processorCount() -> Int {
  max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
}

/// Seconds on a clock that never runs backwards; its zero has no meaning.
package func monotonicSeconds() -> Double {
  var now = timespec()
  clock_gettime(CLOCK_MONOTONIC, &now)
  return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
}

/// Writes out what standard output still holds; false where that fails, but for a reader that has gone away.
package func flushStandardOutput() -> Bool { fflush(nil) == 0 || errno == EPIPE }
