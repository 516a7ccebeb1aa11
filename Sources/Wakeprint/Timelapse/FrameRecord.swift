import Geography
import JSON
import Tracks

/// What `frames.json` says of a frame.
struct FrameRecord: Sendable {
  /// From 0.
  let number: Int
  /// Milliseconds since 1970 of what it stands for, half-open.
  let interval: Range<Int64>
  /// What its map shows.
  let box: BoundingBox
  /// How many ships are on it.
  let ships: Int
  /// The ids of the events that are marked on it.
  let events: [String]
  /// How many of them last at its end.
  let current: Int

  /// The name of its file.
  var name: String {
    let digits = String(number)
    return "frame_" + String(repeating: "0", count: max(6 - digits.count, 0)) + digits + ".png"
  }

  var value: JSONValue {
    .object([
      ("file", .string(name)), ("from", .string(TimeText.iso(interval.lowerBound))),
      ("to", .string(TimeText.iso(interval.upperBound))), ("time", .string(TimeText.iso(interval.upperBound))),
      ("bbox", JobSummary.value(box)), ("ships", .integer(Int64(ships))),
      ("events", .array(events.map { .string($0) })),
    ])
  }
}
