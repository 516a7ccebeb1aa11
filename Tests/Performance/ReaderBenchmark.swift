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
      for (columns, keepsAll) in [("all columns", true), ("what density needs", false)] {
        var options = ReadOptions()
        options.threads = threads
        options.keepsSpeedAndCourse = keepsAll
        var best = Double.infinity
        var rows: UInt64 = 0
        for _ in 0..<3 {
          let start = monotonicSeconds()
          guard let result = try? TrackReader([source], options: options).read() else { continue }
          best = min(best, monotonicSeconds() - start)
          rows = result.ledger.read
        }
        let rate = (Double(rows) / best / 1e5).rounded() / 10
        print("\(name), \(columns), \(threads) workers, hash included: \(rate) million rows a second")
      }
    }
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
