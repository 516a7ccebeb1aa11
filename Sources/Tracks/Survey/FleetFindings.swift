import Geography

/// Which vessels there are, by what their numbers and they themselves say.
public struct FleetFindings: Sendable, Equatable {
  /// A flag, and how many vessels' numbers begin with its digits.
  public struct FlagCount: Sendable, Equatable {
    /// The flag; nil where the digits are given to nobody.
    public let flag: FlagState?
    /// How many vessels.
    public let vessels: Int
  }

  /// Vessels, by MMSI.
  public private(set) var vessels = 0
  /// The flags, that of most vessels first, then by two-letter code; those without a flag last.
  public private(set) var flags: [FlagCount] = []
  /// Vessels of each type, in the order of `VesselType.allCases`.
  public private(set) var types = [Int](repeating: 0, count: VesselType.allCases.count)
  /// Vessels that say what they are called.
  public private(set) var named = 0
  /// Vessels that say an IMO number whose check digit is right.
  public private(set) var withIMO = 0
  /// Vessels that say an IMO number whose check digit is wrong.
  public private(set) var withWrongIMO = 0
  /// IMO numbers that vessels of several MMSI say are theirs, by rising number.
  public private(set) var sharedIMOs: [(imo: UInt32, vessels: [UInt32])] = []

  /// The vessels of tracks with at least one position.
  package init(_ tracks: TrackSet) {
    var counts: [FlagState?: Int] = [:]
    var last: UInt32?
    let known = tracks.identities()
    var place = 0
    for vessel in 0..<tracks.vesselCount {
      let mmsi = tracks.mmsi(ofVessel: vessel)
      guard mmsi != last else { continue }
      last = mmsi
      vessels += 1
      counts[FlagState(mmsi: mmsi), default: 0] += 1
      // Both stand by rising MMSI.
      while place < known.count, known[place].mmsi < mmsi { place += 1 }
      guard place < known.count, known[place].mmsi == mmsi else {
        types[Int(VesselType.unknown.rawValue)] += 1
        continue
      }
      let identity = known[place].identity
      types[Int(identity.type.rawValue)] += 1
      if !identity.name.isEmpty { named += 1 }
      if identity.hasValidIMOCheckDigit { withIMO += 1 } else if identity.imo != nil { withWrongIMO += 1 }
    }
    flags = counts.map { FlagCount(flag: $0.key, vessels: $0.value) }.sorted(by: Self.precedes)
    sharedIMOs = tracks.sharedIMOs()
  }

  /// How many vessels are of a type.
  public func count(_ type: VesselType) -> Int { types[Int(type.rawValue)] }

  /// Whether the counts are the same, in the same order.
  public static func == (a: FleetFindings, b: FleetFindings) -> Bool {
    a.vessels == b.vessels && a.flags == b.flags && a.types == b.types && a.named == b.named
      && a.withIMO == b.withIMO && a.withWrongIMO == b.withWrongIMO
      && a.sharedIMOs.elementsEqual(b.sharedIMOs, by: ==)
  }

  private static func precedes(_ a: FlagCount, _ b: FlagCount) -> Bool {
    guard let first = a.flag, let second = b.flag else { return a.flag != nil }
    return (b.vessels, first.alpha2) < (a.vessels, second.alpha2)
  }
}
