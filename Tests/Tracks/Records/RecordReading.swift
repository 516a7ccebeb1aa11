import Tracks

/// All that a reader makes of a text.
struct RecordReading {
  var rows: [ReadRecord] = []
  var failure: TracksError?
  var format = ""

  enum Kind: CaseIterable {
    case json, gpx
  }

  init(
    _ kind: Kind, _ bytes: [UInt8], step: Int = .max, map: [ColumnRole: String] = [:],
    limits: RecordLimits = RecordLimits(), bufferSize: Int = 1 << 15
  ) {
    let text = RecordText(bytes, step: step)
    switch kind {
    case .json:
      run(JSONRecordReader(bytes: text, path: "a.json", limits: limits, map: map, bufferSize: bufferSize))
    case .gpx:
      run(GPXRecordReader(bytes: text, path: "a.gpx", limits: limits, map: map, bufferSize: bufferSize))
    }
  }

  init(json: String, map: [ColumnRole: String] = [:], limits: RecordLimits = RecordLimits()) {
    self.init(.json, Array(json.utf8), map: map, limits: limits)
  }

  init(gpx: String, limits: RecordLimits = RecordLimits()) {
    self.init(.gpx, Array(gpx.utf8), limits: limits)
  }

  private mutating func run(_ reader: any RecordReader) {
    var reader = reader
    var row = RecordRow()
    do throws(TracksError) {
      while try reader.next(into: &row) { rows.append(ReadRecord(row)) }
    } catch {
      failure = error
    }
    format = reader.formatName
  }

  /// The rows in short, as `ReadRecord` describes them.
  var short: [String] { rows.map(\.description) }
  /// The sentence of the failure.
  var sentence: String? { failure?.description }
}
