/// What is known of a GPX track before its points.
struct GPXTrack {
  /// The track's name; empty where it has none.
  private(set) var name: [UInt8] = []
  /// The MMSI that an element of that name gives; empty where none does.
  private(set) var mmsi: [UInt8] = []
  /// The MMSI found in the track's name, comment or description, in this order.
  private var found: [[UInt8]] = [[], [], []]

  /// Takes in the text of an element of the track itself.
  mutating func take(_ element: GPXElement, _ text: [UInt8]) {
    switch element {
    case .name:
      name = text
      found[0] = Self.mmsi(in: text)
    case .comment: found[1] = Self.mmsi(in: text)
    case .description: found[2] = Self.mmsi(in: text)
    case .mmsi: mmsi = text
    default: break
    }
  }

  /// The MMSI of the vessel whose track it is; empty where nothing says it.
  var vessel: [UInt8] { mmsi.isEmpty ? found.first { !$0.isEmpty } ?? [] : mmsi }

  /// What the vessel is called: the name, unless that is but its MMSI.
  var vesselName: [UInt8] { name == vessel ? [] : name }

  /// The only run of nine digits in a text that a vessel may have for its MMSI; empty where there is none or several.
  static func mmsi(in text: [UInt8]) -> [UInt8] {
    var only: [UInt8] = []
    for run in text.split(whereSeparator: { $0 &- 0x30 > 9 }) where run.count == 9 {
      let number = run.reduce(UInt32(0)) { $0 * 10 + UInt32($1 - 0x30) }
      guard StationKind(mmsi: number, digits: 9) == .vessel else { continue }
      if !only.isEmpty, !only.elementsEqual(run) { return [] }
      only = Array(run)
    }
    return only
  }
}
