import Platform
import Tracks

/// The reader over a MarineCadastre table: the file named by `WAKEPRINT_BENCH_CSV`, or a million rows made for it.
struct ReaderBenchmark {
  func run() {
    if let path = getenv("WAKEPRINT_BENCH_CSV").map({ String(cString: $0) }) {
      measure("reader, \(path)", .file(path: path))
    } else {
      measure("reader, made table", .memory(name: "made.csv", bytes: Self.table(rows: 1_000_000)))
    }
  }

  private func measure(_ name: String, _ source: InputSource) {
    for threads in [1, processorCount()] {
      var options = ReadOptions()
      options.threads = threads
      let (seconds, rows) = best {
        (try? ColumnReader([source], options: options).read())?.reduce(0) { $0 + $1.fixes.count } ?? 0
      }
      print("\(name), columns alone, \(threads) workers: \(millions(rows, seconds)) million rows a second")
    }
    for threads in [1, processorCount()] {
      let cases = [
        ("all columns", true, false, false), ("all columns, ships separated", true, true, false),
        ("all columns and identities", true, false, true), ("what density needs", false, false, false),
      ]
      for (columns, keepsAll, separates, identifies) in cases {
        var options = ReadOptions()
        options.threads = threads
        options.keepsSpeedAndCourse = keepsAll
        options.separatesVessels = separates
        options.keepsIdentity = identifies
        let (seconds, rows) = best {
          (try? TrackReader([source], options: options).read())?.tracks.fixCount ?? 0
        }
        print(
          "\(name), hashed and ordered by vessel, \(columns), \(threads) workers: "
            + "\(millions(rows, seconds)) million rows a second")
      }
    }
  }

  /// The least time of five runs, and what they came to.
  private func best(_ work: () -> Int) -> (seconds: Double, rows: Int) {
    var best = Double.infinity
    var rows = 0
    for _ in 0..<5 {
      let start = monotonicSeconds()
      rows = work()
      best = min(best, monotonicSeconds() - start)
    }
    return (best, rows)
  }

  private func millions(_ count: Int, _ seconds: Double) -> Double {
    (Double(count) / seconds / 1e5).rounded() / 10
  }

  /// Rows like a coastal receiver's: 500 vessels in turn, each going its way.
  private static func table(rows: Int) -> [UInt8] {
    var text: [UInt8] = Array(
      "MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading,VesselName,IMO,CallSign,VesselType,Status,Length,Width,Draft,Cargo,TransceiverClass\n"
        .utf8)
    text.reserveCapacity(rows * 112)
    for row in 0..<rows {
      let vessel = row % 500
      let step = row / 500
      let second = step * 10 % 86_400
      let latitude = 3_000_000 + vessel * 1_500 + step
      let longitude = 12_000_000 + vessel * 700 + 2 * step
      func two(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
      text += Array(
        "\(412_000_000 + vessel),2018-07-01T\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60)),"
          .utf8)
      text += Array("\(latitude / 100_000).\(String(latitude).suffix(5)),".utf8)
      text += Array("\(longitude / 100_000).\(String(longitude).suffix(5)),".utf8)
      text += Array("12.3,45.6,46.0,VESSEL \(vessel),IMO9000\(100 + vessel),BABC,70,0,100,16,5.5,70,A\n".utf8)
    }
    return text
  }
}
