import Platform

/// A repeated pattern of dashes and spaces along a line.
///
/// Where dashes lie follows from the distance along the contour alone, never from the dash before, so that parts of the
/// line that cannot be seen are skipped and change nothing.
struct DashPattern: Sendable {
  /// Shorter patterns, in pixels, are drawn as solid lines.
  static let shortestPeriodInPixels = 1.0 / 16

  /// Where dashes (even entries) and spaces (odd ones) begin within a period, and the period's end; subpixels.
  private let borders: [Double]
  private let period: Double
  private let offset: Double

  /// A pattern from lengths as in `StrokeStyle.dashes`; nil where the line is solid.
  init?(lengthsInPixels: [Double], offsetInPixels: Double) {
    let lengths = lengthsInPixels.count % 2 == 0 ? lengthsInPixels : lengthsInPixels + lengthsInPixels
    let sum = lengths.reduce(0, +)
    guard lengths.allSatisfy({ $0 >= 0 }), sum >= Self.shortestPeriodInPixels, sum.isFinite else {
      return nil
    }
    var borders = [0.0]
    for length in lengths { borders.append(borders[borders.count - 1] + length * Double(SubpixelPoint.one)) }
    self.borders = borders
    period = borders[borders.count - 1]
    let start = offsetInPixels.isFinite ? offsetInPixels * Double(SubpixelPoint.one) : 0
    offset = start - floor(start / period) * period
  }

  /// The end of the dash or space that holds a place on the line; dashes have even `entry`.
  private struct Position {
    var turn: Double
    var entry: Int
    var isDash: Bool { entry % 2 == 0 }
  }

  private func position(at distance: Double) -> Position {
    let place = distance + offset
    var turn = floor(place / period)
    var rest = place - turn * period
    if rest >= period {
      turn += 1
      rest = 0
    }
    var entry = 0
    // A dash of no length is found at its very place.
    while rest >= borders[entry + 1] && !(rest == borders[entry] && borders[entry] == borders[entry + 1]) {
      entry += 1
    }
    return Position(turn: turn, entry: entry)
  }

  private func end(of position: Position) -> Double {
    position.turn * period + borders[position.entry + 1] - offset
  }

  private func start(of position: Position) -> Double {
    position.turn * period + borders[position.entry] - offset
  }

  private func advance(_ position: inout Position) {
    position.entry += 1
    if position.entry == borders.count - 1 { position = Position(turn: position.turn + 1, entry: 0) }
  }

  /// Cuts a contour into its dashes, each an open contour or, without length, a dot with the line's normal there.
  ///
  /// The last dash of a closed contour goes on into the first one; if one dash covers it all, the contour comes whole.
  func cut(
    _ contour: StrokeContour, near neighbourhood: StrokeNeighbourhood?, dash body: (StrokeContour) -> Void,
    dot: (SubpixelPoint, SIMD2<Double>) -> Void
  ) {
    let total = contour.lengths.reduce(0, +)
    let first = position(at: 0)
    if contour.isClosed && first.isDash && end(of: first) >= total {
      body(contour)
      return
    }
    let joinsEnds = contour.isClosed && first.isDash && position(at: total).isDash
    let firstEnd = joinsEnds ? end(of: first) : 0
    var dash = StrokeContour()
    var dashNormal = SIMD2<Double>(0, -1)
    var isDrawing = false

    func finish() {
      if isDrawing {
        if dash.lengths.isEmpty { dot(dash.points[0], dashNormal) } else { body(dash) }
      }
      dash.removeAll()
      isDrawing = false
    }

    /// Walks one segment, drawing the dashes that end after one distance and begin before another.
    func walk(
      _ segment: Int, from distance: Double, endingAfter earliest: Double, beginningBefore latest: Double
    ) {
      let length = contour.lengths[segment]
      let normal = contour.normals[segment]
      let origin = contour.points[segment]
      let next = segment + 1 == contour.points.count ? 0 : segment + 1
      var position = position(at: distance)
      var reached = 0.0
      if !position.isDash { finish() }

      func begin(at along: Double) {
        if end(of: position) <= earliest && joinsEnds || distance + along >= latest { return }
        dash.removeAll()
        dash.add(place(along), smooth: false)
        dashNormal = normal
        isDrawing = true
        reached = along
      }
      func place(_ along: Double) -> SubpixelPoint {
        SubpixelPoint(
          x: origin.x &+ SubpixelPoint.nearest(-normal.y * along),
          y: origin.y &+ SubpixelPoint.nearest(normal.x * along))
      }

      if position.isDash && !isDrawing { begin(at: 0) }
      let visible = neighbourhood?.visible(from: origin, to: contour.points[next], length: length)
      while end(of: position) < distance + length {
        let border = min(max(end(of: position) - distance, 0), length)
        if isDrawing {
          let stop = place(border)
          if stop != dash.points.last {
            dash.add(stop, smooth: false, normal: normal, length: border - reached)
          }
          finish()
        }
        advance(&position)
        if position.isDash {
          begin(at: border)
        } else if let visible {
          // Over the part out of sight in whole turns, up to the part in sight or the segment's last dash.
          let target =
            border < visible.lowerBound ? visible.lowerBound : (border > visible.upperBound ? length : border)
          position.turn = max(position.turn, floor((distance + target + offset) / period) - 2)
        }
      }
      if isDrawing && dash.points.last != contour.points[next] {
        dash.add(
          contour.points[next], smooth: contour.isSmooth[next], normal: normal, length: length - reached)
      }
    }

    func walkAll(endingAfter earliest: Double, beginningBefore latest: Double) {
      var distance = 0.0
      for segment in contour.lengths.indices where distance < latest {
        if neighbourhood?.keeps(segment, of: contour) ?? true {
          walk(segment, from: distance, endingAfter: earliest, beginningBefore: latest)
        } else {
          finish()
        }
        distance += contour.lengths[segment]
      }
    }

    walkAll(endingAfter: firstEnd, beginningBefore: .infinity)
    if joinsEnds { walkAll(endingAfter: 0, beginningBefore: firstEnd) }
    finish()
  }
}
