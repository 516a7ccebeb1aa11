import Geography
import TestSupport

/// Random places for tests of distances.
struct RandomPlaces {
  private var generator: SeededGenerator

  /// Places that follow from the seed alone.
  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// A number in a range.
  mutating func number(in range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &generator) }

  /// A place in a box that may cross the antimeridian.
  mutating func place(in box: BoundingBox) -> Coordinate {
    Coordinate(
      latitude: number(in: box.south...box.north),
      longitude: BoundingBox.wrapped(box.west + number(in: 0...box.widthInDegrees)))
  }

  /// A place anywhere, often close to a pole or to the antimeridian.
  mutating func place() -> Coordinate {
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: place(in: BoundingBox(west: 179, south: -90, east: -179, north: 90))
    case 1: place(in: BoundingBox(west: -180, south: 88, east: 180, north: 90))
    case 2: place(in: BoundingBox(west: -180, south: -90, east: 180, north: -84))
    default: place(in: BoundingBox(west: -180, south: -90, east: 180, north: 90))
    }
  }
}
