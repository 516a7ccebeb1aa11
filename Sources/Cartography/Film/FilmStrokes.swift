import Raster

/// The lines that one frame of a film adds to the trails, to be taken away again when they have faded.
struct FilmStrokes: Sendable {
  /// A place in the window in units of 2^-12 pixel, far ones moved to the last that can be written.
  private var points: [SIMD2<Int32>] = []
  private var lines: [Line] = []

  private struct Line: Sendable {
    /// Behind its last point.
    let end: UInt32
    /// The colouring's number; `ghost` for dashes.
    let color: UInt8
  }

  /// The colour of what nobody saw: its points are the two ends of each dash in turn.
  static let ghost = UInt8.max

  /// Whether there are none.
  var isEmpty: Bool { lines.isEmpty }

  /// Adds a line, or dashes where the colour is `ghost`.
  mutating func add(_ line: some Sequence<Point>, color: UInt8) {
    func unit(_ pixels: Double) -> Int32 { Int32(min(max(pixels * 4096, -0x7FFF_FFFF), 0x7FFF_FFFF).rounded()) }
    for point in line { points.append(SIMD2(unit(point.x), unit(point.y))) }
    lines.append(Line(end: UInt32(points.count), color: color))
  }

  /// Calls back with each line as it was added.
  func forEach(_ body: (_ path: Path, _ color: UInt8) -> Void) {
    var start = 0
    for line in lines {
      var path = Path()
      for index in start..<Int(line.end) {
        let point = Point(x: Double(points[index].x) / 4096, y: Double(points[index].y) / 4096)
        let begins = line.color == Self.ghost ? (index - start) % 2 == 0 : index == start
        if begins { path.move(to: point) } else { path.line(to: point) }
      }
      start = Int(line.end)
      body(path, line.color)
    }
  }
}
