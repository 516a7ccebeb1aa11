import Geography
import Platform
import TestSupport
import Testing

@Suite("Installed coastlines") struct CoastlineArchiveTests {
  private static let box = BoundingBox(west: -12, south: 40, east: 14, north: 60)
  private static let sample = LandSample.archipelago(seed: 7, box: box, islands: 900)

  /// A ring's vertices as the file shall hold them, clockwise.
  private func units(_ ring: LandSample.Ring) -> [SIMD2<Int32>] {
    // Corners of islands go round anticlockwise.
    let vertices = ring.map { SIMD2(Int32(($0.x * 100_000).rounded()), Int32(($0.y * 100_000).rounded())) }
    var result: [SIMD2<Int32>] = []
    for vertex in vertices where result.last != vertex { result.append(vertex) }
    return result.reversed()
  }

  @Test("every ring comes out as it went in")
  func whole() throws {
    let archive = try Self.sample.archive()
    let rings = Set(archive.ringsOfVertices())
    #expect(archive.rings.count > 30 && archive.groups.count > 20 && rings.count == 900)
    #expect(rings == Set(Self.sample.polygons.map { units($0[0]) }))
    #expect(archive.facts.polygons == 900 && archive.facts.vertices == rings.reduce(0) { $0 + $1.count })
    #expect(archive.facts.attribution == "© Nobody" && archive.facts.fileName == "made.wkb")
  }

  @Test("the index gives every ring that a box touches, and few others", arguments: 1...6 as ClosedRange<UInt64>)
  func index(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let archive = try Self.sample.archive()
    let all = archive.ringsOfVertices()
    for _ in 0..<40 {
      let west = Int32.random(in: -1_300_000...1_400_000, using: &generator)
      let south = Int32.random(in: 4_000_000...6_000_000, using: &generator)
      let box = AngleBox(west: west, south: south, east: west + 50_000, north: south + 50_000)
      let found = Set(archive.ringsOfVertices(touching: box))
      let touching = all.filter { ring in
        let (xs, ys) = (ring.map(\.x), ring.map(\.y))
        return (xs.min() ?? 0) <= box.east && (xs.max() ?? 0) >= box.west && (ys.min() ?? 0) <= box.north
          && (ys.max() ?? 0) >= box.south
      }
      #expect(found.isSuperset(of: touching), "seed \(seed)")
      #expect(found.count < 40, "a group of neighbours reaches too far")
    }
  }

  @Test("a part of a file, a longer one and a damaged one are refused")
  func damage() throws {
    let bytes = try LandSample.archipelago(seed: 3, box: Self.box, islands: 40).installed()
    func isRefused(_ bytes: [UInt8]) -> Bool { (try? CoastlineArchive(MappedFile(copying: bytes))) == nil }
    #expect(!isRefused(bytes))
    for count in 0..<min(bytes.count, 3000) { #expect(isRefused(Array(bytes[..<count])), "\(count)") }
    #expect(isRefused(bytes + [0]))
    for index in stride(from: 0, to: bytes.count, by: 7) {
      var damaged = bytes
      damaged[index] ^= 0x10
      #expect(isRefused(damaged), "byte \(index)")
    }
    #expect(throws: CoastlineArchiveError.notACoastline) {
      _ = try CoastlineArchive(MappedFile(copying: Array("WPG1".utf8)))
    }
  }

  @Test("a file made with evil intent leads nowhere", arguments: 1...6 as ClosedRange<UInt64>)
  func forged(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let bytes = try LandSample.archipelago(seed: 3, box: Self.box, islands: 40).installed()
    var opened = 0
    for round in 0..<600 {
      var forged = Array(bytes.dropLast(8))
      // Half of the rounds in header and records, the others anywhere.
      let reach = round % 2 == 0 ? 1200 : forged.count
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        forged[Int.random(in: 4..<reach, using: &generator)] = .random(in: 0...255, using: &generator)
      }
      let sum = forged.withUnsafeBytes { CoastlineArchive.checksum(of: $0) }
      withUnsafeBytes(of: sum.littleEndian) { forged += $0 }
      guard let archive = try? CoastlineArchive(MappedFile(copying: forged)) else { continue }
      opened += 1
      for vertex in archive.ringsOfVertices().joined() {
        #expect(abs(Int(vertex.x)) <= 18_000_000 && abs(Int(vertex.y)) <= 9_000_000)
      }
    }
    #expect(opened > 100)
  }

  @Test("edges along which land was cut are known, whether the parts touch or overlap; coast is not taken for them")
  func cuts() throws {
    for overlap in [0, 0.0001] {
      // One island cut into four, a neighbour that ends 0.0001 degrees short of it, and a thin island of its own.
      let land = LandSample([
        [LandSample.box(1, 1, 2 + overlap, 2 + overlap)], [LandSample.box(2 - overlap, 1, 3, 2 + overlap)],
        [LandSample.box(1, 2 - overlap, 2 + overlap, 3)], [LandSample.box(2 - overlap, 2 - overlap, 3, 3)],
        [LandSample.box(3.0001, 1, 4, 3)], [LandSample.box(5, 1, 5.0001, 3)],
      ])
      let archive = try land.archive()
      let pieces = archive.rings.flatMap { archive.ring($0).pieces.map(archive.piece) }
      #expect(pieces.filter(\.isCut).reduce(0) { $0 + $1.edgeCount } == 8, "overlap \(overlap)")
      #expect(archive.rings.count == 4 && pieces.filter { !$0.isCut }.reduce(0) { $0 + $1.edgeCount } == 8)
      #expect(archive.ringsOfVertices().count == 6)
    }
  }

  @Test("bytes and their order are the same each time")
  func deterministic() throws {
    #expect(try Self.sample.installed() == Self.sample.installed())
  }
}
