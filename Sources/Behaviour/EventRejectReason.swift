/// Why a feature or row of an event file was not used; with several faults it is given the first that applies.
package enum EventRejectReason: String, Error, Sendable, CaseIterable {
  /// It is no record of the file's kind: a row with too few fields, a feature without properties, an odd count.
  case malformed
  /// It is neither a hotspot nor a kind of event that is known.
  case unknownType = "unknown_type"
  /// Its start or its end is missing, unreadable, before 1970 or after 2109, or the end is before the start.
  case badTime = "bad_time"
  /// Its position is missing, unreadable or off the earth.
  case badPosition = "bad_position"
  /// The MMSI of one of its vessels is given, and is none.
  case badMMSI = "bad_mmsi"
  /// It is not within the time asked for.
  case outsideTime = "outside_time"
  /// None of its vessels is one of those asked for.
  case outsideSelection = "outside_selection"

  /// Whether the feature or row itself is at fault.
  package var isFault: Bool { self != .outsideTime && self != .outsideSelection }
}
