import Geography

/// Where positions lie, by tenths of a degree, and which of them are suspiciously round.
public struct PlaceFindings: Sendable, Equatable {
  /// Positions at exactly 0 degrees north, 0 degrees east.
  public private(set) var atZero = 0
  /// Positions.
  public private(set) var count = 0

  private var rows = [Int](repeating: 0, count: 1801)
  private var columns = [Int](repeating: 0, count: 3600)
  /// How many vessels are at each place of whole hundredths of a degree; nil where there are so many such places that
  /// the data as a whole is rounded.
  private var round: [UInt64: Int]? = [:]
  private static let mostRound = 1 << 16
  /// The round places of the vessel in hand.
  private var own: Set<UInt64> = []

  /// No positions.
  public init() {}

  /// Takes in the positions of a track.
  package mutating func add(_ fixes: UnsafeBufferPointer<Fix>) {
    count += fixes.count
    for fix in fixes {
      let north = UInt32(truncatingIfNeeded: Int64(fix.latitudeE7) &+ 900_000_000)
      let east = UInt32(truncatingIfNeeded: Int64(fix.longitudeE7) &+ 1_800_000_000)
      rows[Int(north / 1_000_000)] &+= 1
      let column = Int(east / 1_000_000)
      columns[column == 3600 ? 3599 : column] &+= 1
      if north % 100_000 == 0, east % 100_000 == 0 {
        if fix.latitudeE7 == 0, fix.longitudeE7 == 0 { atZero += 1 }
        if own.count <= Self.mostRound { own.insert(fix.place) }
      }
    }
    if own.isEmpty { return }
    for place in own { round?[place, default: 0] += 1 }
    own.removeAll(keepingCapacity: true)
    if let known = round, known.count > Self.mostRound { round = nil }
  }

  /// Takes in the positions of other vessels.
  mutating func add(_ other: PlaceFindings) {
    atZero += other.atZero
    count += other.count
    for row in rows.indices { rows[row] += other.rows[row] }
    for column in columns.indices { columns[column] += other.columns[column] }
    guard round != nil, let others = other.round else {
      round = nil
      return
    }
    for (place, vessels) in others { round?[place, default: 0] += vessels }
    if let known = round, known.count > Self.mostRound { round = nil }
  }

  /// The places of whole hundredths of a degree, other than 0 degrees north, 0 degrees east, at which at least so many
  /// vessels say they are; those of the most vessels first, then from the south and the west.
  ///
  /// None where more than 65,536 such places are said: the data as a whole is rounded.
  public func roundPlaces(ofAtLeast vessels: Int) -> [RoundPlace] {
    let zero = Fix(milliseconds: 0, latitudeE7: 0, longitudeE7: 0).place
    let found = (round ?? [:]).filter { $0.value >= vessels && $0.key != zero }
    return found.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { place, vessels in
      let latitude = Int32(bitPattern: UInt32(place >> 32)) ^ .min
      let longitude = Int32(bitPattern: UInt32(truncatingIfNeeded: place)) ^ .min
      return RoundPlace(
        place: Coordinate(latitude: Double(latitude) / 1e7, longitude: Double(longitude) / 1e7), vessels: vessels)
    }
  }

  /// A box of whole tenths of a degree that leaves out no more than 1 in 2,000 positions on each of its four sides;
  /// longitudes are gone through from behind the widest stretch where nothing is. Nil without positions.
  public var centralBox: BoundingBox? {
    guard count > 0, let south = Self.firstBeyond(count / 2000, rows),
      let north = Self.firstBeyond(count / 2000, rows.reversed())
    else { return nil }
    let start = Self.behindWidestGap(columns)
    let turned = Array(columns[start...] + columns[..<start])
    guard let west = Self.firstBeyond(count / 2000, turned),
      let east = Self.firstBeyond(count / 2000, turned.reversed())
    else { return nil }
    let eastEdge = BoundingBox.wrapped(Double((3599 - east + start) % 3600 + 1) / 10 - 180)
    return BoundingBox(
      west: Double((west + start) % 3600) / 10 - 180, south: Double(south) / 10 - 90,
      east: eastEdge == -180 ? 180 : eastEdge, north: min(Double(1800 - north + 1) / 10 - 90, 90))
  }

  /// The first place at which more than so many are reached.
  private static func firstBeyond(_ limit: Int, _ counts: [Int]) -> Int? {
    var sum = 0
    return counts.firstIndex {
      sum += $0
      return sum > limit
    }
  }

  /// The place behind the longest run of zeros on a ring, the first of equally long ones.
  private static func behindWidestGap(_ counts: [Int]) -> Int {
    var best = (start: 0, length: 0)
    var length = 0
    // Twice round, for the run that goes on behind the end.
    for place in 0..<2 * counts.count {
      if counts[place % counts.count] > 0 {
        length = 0
      } else {
        length += 1
        if length > best.length, length <= counts.count { best = ((place + 1) % counts.count, length) }
      }
    }
    return best.start
  }
}
