import Behaviour
import Platform
import Tracks

/// The search for events over the file named by `WAKEPRINT_BENCH_CSV`, without ports and shore.
struct SearchBenchmark {
  func run() {
    guard let path = getenv("WAKEPRINT_BENCH_CSV").map({ String(cString: $0) }) else {
      print("search: name a table of positions with WAKEPRINT_BENCH_CSV")
      return
    }
    var options = ReadOptions()
    options.threads = processorCount()
    guard let read = try? TrackReader([.file(path: path)], options: options).read() else {
      print("search: \(path) cannot be read")
      return
    }
    for threads in [1, processorCount()] {
      let search = EventSearch(rules: DetectionRules(), surroundings: Surroundings(), threads: threads)
      var best = Double.infinity
      var found = Detection()
      for _ in 0..<3 {
        let start = monotonicSeconds()
        found = (try? search.events(in: read.tracks, end: read.survey.time?.upperBound ?? 0)) ?? Detection()
        best = min(best, monotonicSeconds() - start)
      }
      let counts = EventKind.allCases.map { "\(found.count($0)) \($0.rawValue)" }.joined(separator: ", ")
      print(
        "search, \(threads) workers: \((best * 100).rounded() / 100) s for \(read.tracks.fixCount) fixes (\(counts), "
          + "\(found.darkLeftOut) more dark rendezvous)")
    }
  }
}
