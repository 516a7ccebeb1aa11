import Tracks

/// Lines of JSON before some bytes, so many that the bytes are no longer read with the beginning of their file but by
/// whichever worker takes them.
enum ManyLines {
  private static let lines: [UInt8] = {
    // Few and long, so that a trial is short.
    let text = String(repeating: "a", count: 3_800)
    let line = #"{"mmsi":219000001,"time":1612000000,"lat":55.5,"lon":10.5,"text":""# + text + "\"}\n"
    return Array(String(repeating: line, count: (1 << 16) / line.utf8.count + 1).utf8)
  }()

  /// What is wrong with reading bytes behind lines: it comes to something else than one row after another does.
  static func fault(before bytes: [UInt8]) -> String? {
    let byLines = TrackTrial(.memory(name: "trial", bytes: lines + bytes))
    // Behind a record separator (RFC 8142) nothing is taken for lines.
    let inTurn = TrackTrial(.memory(name: "trial", bytes: [0x1E] + lines + bytes))
    if let fault = byLines.fault ?? inTurn.fault { return fault }
    if byLines.comesToTheSame(as: inTurn) { return nil }
    return "lines come to \(byLines), and one after another to \(inTurn)"
  }
}
