import Geography
import Tracks

/// Turns vessels' fixes into the pieces that are drawn of them in one grid.
///
/// What comes of a vessel depends on its fixes, the rule, the colouring and the grid's scale alone.
struct TrackTracer {
  /// What has been traced so far.
  private(set) var traced = TrackPieces()

  private let rule: LegRule
  private let coloring: TrackColoring
  private var thinning: TrackThinning
  private var run: [TrackPoint] = []
  private var originX: Int64 = 0
  private var color: UInt8 = 0
  private var vessel: UInt32 = 0
  private var last = TrackPoint(x: 0, y: 0)
  private var lastX: Int64 = 0

  init(pixelsPerUnit: Double, rule: LegRule, coloring: TrackColoring) {
    self.rule = rule
    self.coloring = coloring
    thinning = TrackThinning(pixelsPerUnit: pixelsPerUnit)
  }

  /// Traces one vessel.
  mutating func trace(_ fixes: UnsafeBufferPointer<Fix>, vessel: Int) {
    guard let first = fixes.first else { return }
    self.vessel = UInt32(truncatingIfNeeded: vessel)
    MercatorTable.shared.withLookUp { table in
      var x = Int64(WebMercator.x(longitudeE7: first.longitudeE7))
      var y = TrackPoint.y(worldY: table.y(latitudeE7: first.latitudeE7))
      var start = 0
      var anchor = 0
      begin(x: x, y: y)
      for index in 1..<max(fixes.count, 1) {
        let fix = fixes[index]
        let (fromX, fromY) = (x, y)
        x += Int64(Int32(bitPattern: WebMercator.x(longitudeE7: fix.longitudeE7) &- UInt32(truncatingIfNeeded: x)))
        y = TrackPoint.y(worldY: table.y(latitudeE7: fix.latitudeE7))
        switch rule.verdict(fixes[index - 1], fix) {
        case .observed:
          let latest = fix.milliseconds - TrackColoring.shortestSpeedSpan
          while anchor + 1 < index, fixes[anchor + 1].milliseconds <= latest { anchor += 1 }
          guard !thinning.isNear(place(x, y)) else { continue }
          go(x: x, y: y, color: coloring.number(ofVessel: vessel, from: fixes[anchor], to: fix))
        case .gap:
          finish(fixes[start..<index], vessel: vessel)
          // No ship went there between: a line, even dashed, would say that one did.
          if rule.isPossible(fixes[index - 1], fix) { addGap(fromX, fromY, x, y) }
          (start, anchor) = (index, index)
          begin(x: x, y: y)
        case .jump:
          finish(fixes[start..<index], vessel: vessel)
          (start, anchor) = (index, index)
          begin(x: x, y: y)
        }
      }
      finish(fixes[start...], vessel: vessel)
    }
  }

  private func place(_ x: Int64, _ y: Int32) -> SIMD2<Double> { SIMD2(Double(x), Double(y) * 2) }

  private mutating func begin(x: Int64, y: Int32) {
    run.removeAll(keepingCapacity: true)
    run.append(TrackPoint(x: x, y: y))
    originX = x
    thinning.begin(at: place(x, y))
  }

  /// Goes on to a place over an observed leg.
  private mutating func go(x: Int64, y: Int32, color next: UInt8) {
    if thinning.hasLast, next != color || !thinning.goesOn(to: place(x, y)) {
      run.append(last)
      thinning.keepLast()
      if next != color {
        closeRun()
        run.removeAll(keepingCapacity: true)
        run.append(last)
        originX = lastX
      }
    }
    color = next
    thinning.take(place(x, y))
    last = TrackPoint(x: x, y: y)
    lastX = x
  }

  /// Ends the line at the last of the fixes that made it.
  private mutating func finish(_ fixes: Slice<UnsafeBufferPointer<Fix>>, vessel: Int) {
    if thinning.hasLast {
      run.append(last)
      closeRun()
    } else if let first = fixes.first, let end = fixes.last {
      // It never left its first place.
      color =
        fixes.count > 1
        ? coloring.number(ofVessel: vessel, from: first, to: end) : coloring.number(ofVessel: vessel, at: first)
      closeRun()
    }
  }

  private mutating func closeRun() {
    traced.addRun(run, originX: originX, vessel: vessel, color: color, isGap: false)
  }

  private mutating func addGap(_ fromX: Int64, _ fromY: Int32, _ x: Int64, _ y: Int32) {
    let way = place(x, y) - place(fromX, fromY)
    guard abs(way.x) >= thinning.grain || abs(way.y) >= thinning.grain else { return }
    traced.addRun(
      [TrackPoint(x: fromX, y: fromY), TrackPoint(x: x, y: y)], originX: fromX, vessel: vessel, color: 0,
      isGap: true)
  }
}
