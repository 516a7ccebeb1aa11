import TestSupport
import Testing
import Tracks

@Suite("Ships that share an MMSI") struct VesselSeparationTests {
  private static let mmsi: UInt32 = 412_000_001

  private func options(_ change: (inout ReadOptions) -> Void = { _ in }) -> ReadOptions {
    var options = ReadOptions()
    options.separatesVessels = true
    change(&options)
    return options
  }

  private func table(_ rows: [String]) -> String { Ship.header + rows.joined(separator: "\n") + "\n" }

  private func ship(_ latitude: Double, _ longitude: Double, _ speed: Double, _ course: Double) -> Ship {
    Ship(mmsi: VesselSeparationTests.mmsi, latitude: latitude, longitude: longitude, speed: speed, course: course)
  }

  /// What rows say by themselves: their fixes in the order of time.
  private func fixes(_ rows: [String]) throws -> [Fix] { try Reading(table(rows)).all }

  /// Checks that the rows of several ships, mixed, become a track for each that is exactly its own.
  private func expectApart(_ ships: [[String]], _ random: inout SeededGenerator, _ comment: Comment) throws {
    let reading = try Reading(table(ships.flatMap(\.self).shuffled(using: &random)), options())
    let own = try ships.map(fixes).sorted { Fix.precedes($0[0], $1[0]) }
    #expect(reading.tracks.map(\.fixes) == own, comment)
    #expect(reading.tracks.map(\.part) == Array(0..<ships.count), comment)
    #expect(reading.tracks.allSatisfy { $0.mmsi == VesselSeparationTests.mmsi }, comment)
    #expect(reading.ledger.read == reading.ledger.accepted, comment)
  }

  @Test("two ships far apart become two tracks that are exactly theirs, with speeds or without", arguments: 0..<20)
  func apart(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for saysSpeed in [true, false] {
      let rows = [(-30.0, 20.0), (35.0, 125.0)].map { latitude, longitude in
        var ship = ship(
          latitude, longitude, Double.random(in: 0...25, using: &random), Double.random(in: 0..<360, using: &random))
        ship.turn = Double.random(in: -60...60, using: &random)
        return ship.rows(at: Ship.seconds(60, using: &random), saysSpeed: saysSpeed, using: &random)
      }
      try expectApart(rows, &random, "seed \(seed)")
    }
  }

  @Test("two ships that report in the same seconds keep each all its fixes", arguments: 0..<10)
  func sameSecond(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let seconds = Ship.seconds(50, using: &random)
    let rows = [ship(10, 100, 14, 80), ship(10.5, 101, 9, 200)].map { $0.rows(at: seconds, using: &random) }
    try expectApart(rows, &random, "seed \(seed)")
  }

  @Test("two ships are told apart across the antimeridian", arguments: 0..<10)
  func antimeridian(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let rows = [ship(-20, 179.8, 15, 90), ship(-21.5, -179.8, 12, 270)].map {
      $0.rows(at: Ship.seconds(60, using: &random), using: &random)
    }
    try expectApart(rows, &random, "seed \(seed)")
  }

  @Test("a ship at anchor and one that passes it hours later stay two", arguments: 0..<10)
  func anchored(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    // The mover begins 60 nautical miles to the west and passes two miles off.
    let rows = [ship(30, 123, 0, 0), ship(30 + 2.0 / 60, 123 - 1.0 / 0.866, 15, 90)].map {
      $0.rows(at: Ship.seconds(150, apart: 1...4, using: &random), using: &random)
    }
    try expectApart(rows, &random, "seed \(seed)")
  }

  @Test("two ships that cross each other's path hours apart stay two", arguments: 0..<10)
  func crossing(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    // Both paths go through 0, 150: the first is there after two hours, the second after five.
    let rows = [ship(0, 149.5, 15, 90), ship(-1.25, 150, 15, 0)].map {
      $0.rows(at: Ship.seconds(120, apart: 1...5, using: &random), using: &random)
    }
    try expectApart(rows, &random, "seed \(seed)")
  }

  @Test("a single stray is a teleport and its row is named, in the order of the input", arguments: 0..<10)
  func stray(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let ship = ship(50, -20, 12, 250)
    var rows = ship.rows(at: Ship.seconds(80, using: &random), using: &random)
    let clean = try fixes(rows)
    let strayAt = Int.random(in: 2..<78, using: &random)
    // One stray amid, one at the very first, and a repeat of a good row before them.
    let amid = "\(ship.mmsi),\(clean[strayAt].milliseconds / 1_000 + 1),12.5,65.5,3.0,90.0"
    let first = "\(ship.mmsi),\(Ship.epoch),-12.5,65.5,3.0,90.0"
    rows.insert(amid, at: strayAt)
    rows.insert(rows[5], at: 1)
    rows.append(first)
    let reading = try Reading(table(rows), options())
    #expect(reading.all == clean && reading.tracks.count == 1)
    #expect(reading.ledger.rejected(.teleport) == 2 && reading.ledger.rejected(.duplicate) == 1)
    let strays = reading.rejected.filter { $0.reason == .teleport }
    #expect(strays.map(\.line) == [strayAt + 3, 84])
    #expect(reading.rejected.map(\.line) == reading.rejected.map(\.line).sorted())
  }

  @Test("a stray that a silence leaves within reach is given up once the ship is heard again")
  func strayAfterSilence() throws {
    var random = SeededGenerator(seed: 4)
    let ship = ship(0, 0, 10, 45)
    let before = ship.rows(at: Ship.seconds(20, using: &random), using: &random)
    let after = ship.rows(at: Ship.seconds(20, using: &random).map { $0 + 90_000 }, using: &random)
    let stray = "\(ship.mmsi),\(Ship.epoch + 89_900),-5.0,3.0,10.0,45.0"
    let reading = try Reading(table(before + [stray] + after), options())
    #expect(reading.tracks.map(\.fixes) == [try fixes(before + after)])
    #expect(reading.rejected.map(\.line) == [22] && reading.ledger.rejected(.teleport) == 1)
  }

  @Test("a ship that is silent for three days goes on with its track, a stray or another ship beside it or not")
  func silence() throws {
    var random = SeededGenerator(seed: 8)
    let ship = ship(-35, 20, 13, 100)
    let seconds = Ship.seconds(40, using: &random)
    let own = ship.rows(at: seconds + seconds.map { $0 + 3 * 86_400 + 20_000 }, using: &random)
    let stray = "\(ship.mmsi),\(Ship.epoch + 7_000),40.0,-60.0,,"
    #expect(try Reading(table(own), options()).tracks.map(\.fixes) == [try fixes(own)])
    #expect(try Reading(table(own + [stray]), options()).tracks.map(\.fixes) == [try fixes(own)])
    let other = self.ship(55, 3, 0, 0).rows(at: stride(from: 100, to: 400_000, by: 1_000), using: &random)
    try expectApart([own, other], &random, "another ship sends all the while")
  }

  @Test("a fleet of 150 that shares an MMSI becomes 150 tracks")
  func fleet() throws {
    var random = SeededGenerator(seed: 12)
    var rows: [[String]] = []
    for number in 0..<150 {
      let (latitude, longitude) = (Double(number / 15 * 12 - 54), Double(number % 15 * 24 - 168))
      let speed = Double.random(in: 0...15, using: &random)
      let ship = ship(latitude, longitude, speed, Double(number * 7))
      rows.append(ship.rows(at: Ship.seconds(25, using: &random), using: &random))
    }
    try expectApart(rows, &random, "a fleet")
  }

  @Test("where no track has four fixes each place is kept as a track of its own")
  func few() throws {
    let rows = ["412000001,1600000000,10,10,,", "412000001,1600000060,40,40,,", "412000001,1600000120,10,10.001,,"]
    let reading = try Reading(table(rows), options())
    #expect(reading.tracks.map(\.fixes.count) == [2, 1] && reading.ledger.accepted == 3)
  }
}
