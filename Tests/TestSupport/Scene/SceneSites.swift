import Geography

/// Places and times for cases, so that none disturbs another.
struct SceneSites {
  /// Open sea that no shore comes near: rows and columns about 300 km apart, north of Hawaii and south of the Aleutians.
  private static let rows = [30.0, 32.9, 35.8, 38.7, 41.6]
  /// Latitudes of their own for cases at a port, as ports stay while other cases come and go.
  private static let portRows = [24.2, 27.1, 44.5]
  private static let columns = [152.0, 156, 160, 164, 168, 172, 176, 184, 188, 192, 196, 200, 204, 208]
  private static let narrowSeas = [
    Coordinate(latitude: 31.2, longitude: 124), Coordinate(latitude: 34.6, longitude: 123.9),
  ]
  private static let day: Int64 = 86_400_000

  private let meridian: Double?
  private let firstDay: Int64
  private var open: [Coordinate]
  private var antimeridian: [Coordinate]
  private var narrow = Self.narrowSeas
  private var portRows = Self.portRows
  private var count = 0
  private var darkCount = 0

  /// Sites in the open, or across a meridian in degrees; the first day in milliseconds since 1970.
  init(acrossMeridian meridian: Double?, firstDay: Int64, using random: inout SeededGenerator) {
    self.meridian = meridian
    self.firstDay = firstDay
    open = Self.columns.flatMap { longitude in
      Self.rows.map { Coordinate(latitude: $0, longitude: longitude) }
    }
    open.shuffle(using: &random)
    antimeridian = Self.rows.map { Coordinate(latitude: $0, longitude: 180) }.shuffled(using: &random)
    narrow.shuffle(using: &random)
  }

  /// Where a case lies and the midnight, in milliseconds since 1970, after which it happens.
  ///
  /// Cases with silences come two days after one another, as ships that are silent may be anywhere.
  mutating func next(for situation: SceneCase, using random: inout SeededGenerator) -> (Coordinate, day: Int64) {
    var day = firstDay
    if situation.target == .darkRendezvous {
      day += Int64(darkCount) * 2 * Self.day
      darkCount += 1
    }
    var place: Coordinate
    var spread = 0.08
    if let meridian, situation.needsPort, let latitude = portRows.popLast() {
      place = Coordinate(latitude: latitude, longitude: meridian)
      spread = 0
    } else if let meridian {
      place = Coordinate(
        latitude: Self.rows[count % Self.rows.count], longitude: situation.isAcrossAntimeridian ? 180 : meridian)
      day += Int64(count / Self.rows.count) * 14 * Self.day
      spread = 0
      count += 1
    } else if situation.isAcrossAntimeridian {
      place = antimeridian.popLast() ?? Coordinate(latitude: 30, longitude: 180)
      spread = 0
    } else if situation.fitsNarrowSeas, let site = narrow.popLast() {
      place = site
    } else {
      place = open.popLast() ?? Coordinate(latitude: 30, longitude: 152)
    }
    place.latitude += Double.random(in: -0.08...0.08, using: &random)
    place.longitude += Double.random(in: -spread...spread, using: &random)
    return (place, day)
  }
}
