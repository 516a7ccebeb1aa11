import Tracks

/// Names of events: what it was, when it began, who took part.
enum EventName {
  /// A name such as `encounter-20180914T094000Z-440123000-538001234`, the same for the same data and thresholds.
  static func id(_ kind: EventKind, _ start: Int64, _ vessels: [EventVessel], _ suffix: String = "") -> String {
    let time = TimeText.iso(start).filter { $0 != "-" && $0 != ":" }
    let who = vessels.compactMap { $0.mmsi.map(String.init) }.joined(separator: "-")
    return [kind.rawValue, time, who, suffix].filter { !$0.isEmpty }.joined(separator: "-")
  }
}

extension EventKind {
  /// The kind's place in `allCases`.
  var index: Int {
    switch self {
    case .encounter: 0
    case .loitering: 1
    case .gap: 2
    case .darkRendezvous: 3
    case .identityChange: 4
    }
  }
}
