/// Why a row was not used; a row with several faults is given the first that applies, in this order.
public enum RejectReason: String, CaseIterable, Error, Sendable {
  /// The row lacks a column that is needed, its quotes do not close, its checksum is wrong or its payload too short.
  case malformed
  /// The time is missing, unreadable, before 1970 or after 2109.
  case badTime = "bad_time"
  /// The position is missing, unreadable or off the earth (AIS says 91 and 181 for "none").
  case badPosition = "bad_position"
  /// The identity is not nine digits that an administration gives out.
  case badMMSI = "bad_mmsi"
  /// Another row already says where this vessel was at this instant.
  case duplicate
  /// A base station, aid to navigation, search-and-rescue unit or distress beacon.
  case notAVessel = "not_a_vessel"
  /// Outside `--from` and `--to`.
  case outsideTime = "outside_time"
  /// Not one of the vessels asked for.
  case outsideSelection = "outside_selection"
  /// A position that the vessel cannot have reached.
  case teleport
  /// A message that says neither where a vessel is nor which: binary, safety and link messages of AIS.
  case noPosition = "no_position"

  /// Whether the row itself is at fault, so that a strict run ends at it.
  public var isFault: Bool {
    switch self {
    case .malformed, .badTime, .badPosition, .badMMSI: true
    case .duplicate, .notAVessel, .noPosition, .outsideTime, .outsideSelection, .teleport: false
    }
  }

  /// The reason in words, for a sentence about one row.
  public var words: String {
    switch self {
    case .malformed: "the row is not whole: a column, a closing quote, a payload or its checksum is missing or wrong"
    case .badTime: "the time cannot be read"
    case .badPosition: "the position is missing or off the earth"
    case .badMMSI: "the MMSI is not one that an administration gives out"
    case .duplicate: "another row already gives this vessel at this time"
    case .notAVessel: "the sender is not a vessel"
    case .noPosition: "the message says neither where a vessel is nor which"
    case .outsideTime: "the row is outside the time asked for"
    case .outsideSelection: "the vessel is not one asked for"
    case .teleport: "the vessel cannot have been there"
    }
  }

  /// The reason's place in `allCases`.
  package var index: Int {
    switch self {
    case .malformed: 0
    case .badTime: 1
    case .badPosition: 2
    case .badMMSI: 3
    case .duplicate: 4
    case .notAVessel: 5
    case .outsideTime: 6
    case .outsideSelection: 7
    case .teleport: 8
    case .noPosition: 9
    }
  }
}
