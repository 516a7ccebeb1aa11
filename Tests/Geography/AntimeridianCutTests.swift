import Foundation
import Geography
import TestSupport
import Testing

@Suite("Rings at 180 degrees")
struct AntimeridianCutTests {
  private func ring(_ corners: [(Double, Double)]) -> [Coordinate] {
    corners.map { Coordinate(latitude: $0.1, longitude: $0.0) }
  }

  /// The same corners in 0..<360, where 180 degrees is no seam.
  private func easterly(_ ring: [Coordinate]) -> [Coordinate] {
    ring.map { Coordinate(latitude: $0.latitude, longitude: $0.longitude < 0 ? $0.longitude + 360 : $0.longitude) }
  }

  private func area(_ ring: [Coordinate]) -> Double {
    var sum = 0.0
    for (a, b) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
      sum += a.longitude * b.latitude - b.longitude * a.latitude
    }
    return sum / 2
  }

  @Test("a ring away from 180 degrees stays whole and runs counterclockwise")
  func whole() {
    let square = ring([(10, 0), (10, 1), (11, 1), (11, 0)])
    #expect(AntimeridianCut.parts(of: square) == [square.reversed()])
    #expect(AntimeridianCut.parts(of: square.reversed() + [square[3]]) == [square.reversed()])
    let touching = ring([(179, 0), (180, 0), (-180, 1), (179, 1)])
    let east = ring([(179, 0), (180, 0), (180, 1), (179, 1)])
    #expect(AntimeridianCut.parts(of: touching).map(Set.init) == [Set(east)])
    #expect(AntimeridianCut.parts(of: touching).map(area) == [1])
    let other = ring([(-180, 0), (-179, 0), (-179, 1), (180, 1)])
    #expect(AntimeridianCut.parts(of: other).map(area) == [1])
  }

  @Test("a ring across is cut where its edges meet the meridian, and joined again")
  func across() {
    let kite = ring([(179, 0), (-179, -2), (-178, 0), (-179, 2)])
    let parts = AntimeridianCut.parts(of: kite)
    #expect(
      parts == [
        ring([(180, 1), (179, 0), (180, -1)]),
        ring([(-180, -1), (-179, -2), (-178, 0), (-179, 2), (-180, 1)]),
      ])
    let joined = AntimeridianCut.joined(parts).map(easterly) ?? []
    #expect(joined.count == 6 && Set(joined) == Set(easterly(kite) + ring([(180, 1), (180, -1)])))
    #expect(area(joined) == area(easterly(kite)))
  }

  @Test("a comb has a part for each tooth")
  func comb() {
    let comb = ring([
      (-178, 0), (-178, 5), (179, 5), (179, 4), (-179, 4), (-179, 3), (179, 3), (179, 2), (-179, 2), (-179, 1),
      (179, 1),
      (179, 0),
    ])
    let parts = AntimeridianCut.parts(of: comb)
    #expect(parts.count == 4 && parts.allSatisfy { area($0) > 0 })
    #expect(parts.count { $0.contains { $0.longitude > 0 } } == 3)
    #expect(AntimeridianCut.joined(parts)?.count == 12 + 6)
  }

  @Test("what has no area has no parts, and what does not meet is not joined")
  func nothing() {
    #expect(AntimeridianCut.parts(of: []).isEmpty)
    #expect(AntimeridianCut.parts(of: ring([(1, 1)])).isEmpty)
    #expect(AntimeridianCut.parts(of: ring([(179, 1), (-179, 1)])).isEmpty)
    #expect(AntimeridianCut.parts(of: ring([(179, 1), (180, 1), (-179, 1)])).isEmpty)
    #expect(AntimeridianCut.joined([]) == nil)
    #expect(AntimeridianCut.joined([ring([(0, 0), (1, 0), (0, 1)]), ring([(2, 0), (3, 0), (2, 1)])]) == nil)
  }

  @Test("a ring round the earth runs by way of its pole")
  func pole() {
    for (latitude, pole) in [(80.0, 90.0), (-80, -90)] {
      let circle = stride(from: 0.0, to: 360, by: 30).map {
        Coordinate(latitude: latitude, longitude: BoundingBox.wrapped($0))
      }
      for ring in [circle, circle.reversed()] {
        let parts = AntimeridianCut.parts(of: ring)
        #expect(parts.count == 1 && parts.map(area) == [3_600], "\(parts)")
        #expect(parts[0].contains(Coordinate(latitude: pole, longitude: 180)))
        #expect(parts[0].contains(Coordinate(latitude: pole, longitude: -180)))
      }
    }
  }

  @Test("wherever a star lies its parts have its area, and together they are it")
  func stars() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<500 {
      let (middle, count) = (Double.random(in: 170...190, using: &random), Int.random(in: 3...12, using: &random))
      // Whole and half degrees, so that corners come to lie on the meridian.
      let star = (0..<count).map { number in
        let reach = Double.random(in: 1...9, using: &random)
        let angle = 2 * Double.pi * Double(number) / Double(count)
        return (middle.rounded() + (2 * reach * cos(angle)).rounded() / 2, (4 * reach * sin(angle)).rounded() / 4)
      }
      let flat = ring(star)
      let parts = AntimeridianCut.parts(of: ring(star.map { (BoundingBox.wrapped($0.0), $0.1) }))
      #expect(abs(parts.map(area).reduce(0, +) - abs(area(flat))) < 1e-5, "\(star)")
      for part in parts {
        #expect(area(part) > 0 && part.allSatisfy { abs($0.longitude) <= 180 })
        #expect(part.map(\.longitude).max().map { $0 - (part.map(\.longitude).min() ?? 0) < 30 } == true, "\(part)")
      }
      if parts.count > 1 {
        let joined = AntimeridianCut.joined(parts).map(easterly) ?? []
        #expect(abs(area(joined) - abs(area(flat))) < 1e-5, "\(star)")
      }
    }
  }
}
