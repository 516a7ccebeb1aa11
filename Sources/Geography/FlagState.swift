/// The administration that gave a ship its number: the flag it sails under, as far as AIS says.
public struct FlagState: Hashable, Sendable {
  /// ISO 3166-1 code of two letters; territories with a code of their own have it.
  public let alpha2: String
  /// ISO 3166-1 code of three letters.
  public let alpha3: String
  /// Short English name.
  public let name: String

  /// The flag of a maritime identification digits number (MID), 201...775; nil where none is given out under it.
  public init?(mid: Int) {
    guard FlagState.byMID.indices.contains(mid - 200), let index = FlagState.byMID[mid - 200] else { return nil }
    self = FlagState.all[index]
  }

  /// The flag in an MMSI; nil where its MID is given to nobody, or where its kind has none.
  ///
  /// The digits stand first in a ship's number, and behind 0 (group), 00 (coast), 8 (handheld), 98 (craft of a parent
  /// ship), 99 (aid to navigation) and 111 (search-and-rescue aircraft): ITU-R M.585.
  public init?(mmsi: UInt32) {
    switch mmsi {
    case 0..<10_000_000: self.init(mid: Int(mmsi / 10_000))
    case 10_000_000..<100_000_000: self.init(mid: Int(mmsi / 100_000))
    case 111_000_000..<112_000_000: self.init(mid: Int(mmsi / 1_000 % 1_000))
    case 200_000_000..<800_000_000: self.init(mid: Int(mmsi / 1_000_000))
    case 800_000_000..<900_000_000: self.init(mid: Int(mmsi / 100_000 % 1_000))
    case 980_000_000..<1_000_000_000: self.init(mid: Int(mmsi / 10_000 % 1_000))
    default: return nil
    }
  }

  private init(alpha2: String, alpha3: String, name: String) {
    self.alpha2 = alpha2
    self.alpha3 = alpha3
    self.name = name
  }

  /// All flags, by two-letter code.
  public static let all: [FlagState] = rows.map(\.flag)

  /// For each MID from 200 on, the place of its flag in `all`.
  private static let byMID: [Int?] = {
    var places = [Int?](repeating: nil, count: 600)
    for (index, row) in rows.enumerated() {
      for mid in row.mids { places[mid - 200] = index }
    }
    return places
  }()

  /// Rows of the table: two and three letters, name; MIDs.
  private static let rows: [(flag: FlagState, mids: [Int])] = table.split(separator: "\n").map { row in
    let halves = row.split(separator: ";")
    let words = halves[0].split(separator: " ", maxSplits: 2).map(String.init)
    let mids = halves[1].split(separator: " ").compactMap { Int($0) }
    precondition(words.count == 3 && !mids.isEmpty, "a flag's row needs two codes, a name and numbers: \(row)")
    return (FlagState(alpha2: words[0], alpha3: words[1], name: words[2]), mids)
  }
}
