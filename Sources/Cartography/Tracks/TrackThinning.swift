/// Leaves out the points of a run that its line does not need, one after the other as they come.
///
/// A point within a fifth of a pixel of the last is no news. Of those that go on in one direction only the last is kept:
/// the line from the last point kept must pass all others within a tenth of a pixel (the sleeve of Zhao and Saalfeld,
/// "Linear-time sleeve-fitting polyline simplification", 1997), and never turns back.
struct TrackThinning {
  /// Points nearer than this in x and in y, in world units, are one.
  let grain: Double
  /// How far a point left out may be from the line, in world units.
  let tolerance: Double
  /// No leg is made longer than this, so that the shorter way round stays the way it went.
  private static let longestSpan = 0x1p30

  private(set) var kept = SIMD2<Double>()
  private var last = SIMD2<Double>()
  /// Whether there is a point behind the one kept that the line may still pass or end at.
  private(set) var hasLast = false
  private var lastDistance = 0.0
  private var left = SIMD2<Double>()
  private var right = SIMD2<Double>()

  init(pixelsPerUnit: Double) {
    grain = 0.2 / pixelsPerUnit
    tolerance = 0.1 / pixelsPerUnit
  }

  /// Begins a line.
  mutating func begin(at point: SIMD2<Double>) {
    kept = point
    hasLast = false
  }

  /// Whether a point is no news.
  func isNear(_ point: SIMD2<Double>) -> Bool {
    let difference = point - (hasLast ? last : kept)
    return abs(difference.x) < grain && abs(difference.y) < grain
  }

  /// Whether the line to a point passes the last one; if not, that one is to be kept first.
  func goesOn(to point: SIMD2<Double>) -> Bool {
    guard hasLast else { return true }
    let way = point - kept
    let distance = (way.x * way.x + way.y * way.y).squareRoot()
    return distance >= lastDistance && abs(way.x) < Self.longestSpan
      && Self.cross(right, way) >= 0 && Self.cross(way, left) >= 0
  }

  /// Keeps the last point; the line goes on from there.
  mutating func keepLast() {
    kept = last
    hasLast = false
  }

  /// Takes a point as the last, which is not near and to which the line goes on.
  mutating func take(_ point: SIMD2<Double>) {
    let way = point - kept
    let distance = (way.x * way.x + way.y * way.y).squareRoot()
    let sine = min(tolerance / distance, 1)
    let cosine = (1 - sine * sine).squareRoot()
    let leftmost = SIMD2(way.x * cosine - way.y * sine, way.x * sine + way.y * cosine)
    let rightmost = SIMD2(way.x * cosine + way.y * sine, way.y * cosine - way.x * sine)
    if !hasLast || Self.cross(leftmost, left) > 0 { left = leftmost }
    if !hasLast || Self.cross(right, rightmost) > 0 { right = rightmost }
    last = point
    lastDistance = distance
    hasLast = true
  }

  private static func cross(_ a: SIMD2<Double>, _ b: SIMD2<Double>) -> Double { a.x * b.y - a.y * b.x }
}
