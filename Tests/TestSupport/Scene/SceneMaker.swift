import Geography
import Platform

/// Makes the cases of a scene, one after the other.
struct SceneMaker {
  static let minute: Int64 = 60_000
  static let hour: Int64 = 3_600_000

  var scene = Scene()
  var random: SeededGenerator
  /// The case at work.
  var situation = SceneCase.plain
  var metric = LocalMetric(centre: Coordinate(latitude: 0, longitude: 0))
  /// The midnight, in milliseconds since 1970, after which the case at work happens.
  var day: Int64 = 0
  private var taken: Set<UInt32> = []

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  mutating func make(_ cases: [SceneCase], acrossMeridian meridian: Double?) {
    let tenthOfJanuary2024: Int64 = 1_704_844_800_000
    let firstDay = tenthOfJanuary2024 + Int64.random(in: 0..<120, using: &random) * 24 * Self.hour
    var sites = SceneSites(acrossMeridian: meridian, firstDay: firstDay, using: &random)
    for situation in cases.shuffled(using: &random) {
      let site = sites.next(for: situation, using: &random)
      metric = LocalMetric(centre: site.0)
      day = site.day
      self.situation = situation
      switch situation.target {
      case .darkRendezvous: makeDark()
      case .loitering: makeLoitering()
      default: if situation.isDecoy { makeDecoy() } else { makeTransfer() }
      }
    }
    scene.vessels.sort { $0.mmsi < $1.mmsi }
    scene.truth.sort { ($0.start, $0.label, $0.mmsis[0]) < ($1.start, $1.label, $1.mmsis[0]) }
  }

  mutating func number(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &random) }

  /// A time in milliseconds, whole seconds, from minutes.
  mutating func minutes(_ range: ClosedRange<Int64>) -> Int64 {
    Int64.random(in: range.lowerBound * 60...range.upperBound * 60, using: &random) * 1000
  }

  /// A direction in radians.
  mutating func bearing() -> Double { number(0...(2 * .pi)) }

  /// A direction near another, both in radians, so that ships that come from opposite sides come from their own.
  mutating func bearing(near direction: Double) -> Double { direction + number(-0.9...0.9) }

  /// What is usual: a report every one to five minutes.
  mutating func usualReporting() -> SceneReporting {
    let seconds = Int.random(in: 60...270, using: &random)
    return SceneReporting(seconds: seconds * 9 / 10...seconds * 11 / 10)
  }

  /// Adds a ship and gives back its MMSI.
  mutating func add(
    _ motion: SceneMotion, type: Int, reporting: SceneReporting, draughts: [SceneDraught] = []
  ) -> UInt32 {
    let mmsi = SceneIdentity.mmsi(notIn: &taken, using: &random)
    let size = Int.random(in: 60...230, using: &random)
    scene.vessels.append(
      SceneVessel(
        mmsi: mmsi, name: SceneIdentity.name(using: &random), imo: SceneIdentity.imo(using: &random),
        callSign: SceneIdentity.callSign(using: &random), typeCode: type, length: size, width: size / 6,
        draughts: draughts.isEmpty ? [SceneDraught(milliseconds: motion.start, metres: 7)] : draughts,
        motion: motion, reports: reporting.reports(of: motion, using: &random)))
    return mmsi
  }

  /// The draught of a ship that takes cargo, or with a negative change gives it.
  mutating func draughts(changingBy metres: Double, at time: Int64) -> [SceneDraught] {
    let before = (number(6...9) * 10).rounded() / 10
    return [
      SceneDraught(milliseconds: 0, metres: before),
      SceneDraught(milliseconds: time, metres: before + (metres * 10).rounded() / 10),
    ]
  }

  /// Says what truly happened among ships of the scene, in the case at work.
  mutating func state(_ mmsis: [UInt32], from start: Int64, to end: Int64, interval: Int64) {
    let middle = start + (end - start) / 2
    let places = mmsis.compactMap { scene.vessel($0)?.motion.point(atMilliseconds: middle) }
    let sum = places.reduce(.zero) { $0 + $1 }
    scene.truth.append(
      SceneTruth(
        kind: situation.isDecoy ? .decoy : situation.target, situation: situation, mmsis: mmsis.sorted(), start: start,
        end: end, interval: interval, place: metric.place(of: sum * (1 / Double(max(1, places.count))))))
  }
}
