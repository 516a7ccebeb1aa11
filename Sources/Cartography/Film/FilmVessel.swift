import Geography
import Platform
import Raster
import Tracks

/// What is remembered of a vessel from one frame of a film to the next.
struct FilmVessel: Sendable {
  /// A place on the vessel's way, its x unwrapped.
  struct Place: Sendable, Equatable {
    var x: Int64
    var y: Int32
  }

  private(set) var cursor: FixCursor
  /// The latest fix gone by, and where it is.
  private(set) var last: (fix: Fix, place: Place)?
  /// The unit vector of the last movement, x right and y down; nil before the first.
  private(set) var heading: SIMD2<Double>?
  /// The colouring's number of the last leg.
  private(set) var color: UInt8 = 0
  /// The first fixes of the present and an earlier slot of time, from which speed is measured.
  private var anchors: (early: Fix, late: Fix)?

  /// Slower than this, in knots, a ship lies still and keeps its heading.
  private static let stillBelow = 0.4

  /// A vessel before its first fix, or with `lead` fixes before `time` still to be gone by.
  init(_ vessel: Int, of tracks: TrackSet, from time: Int64, lead: Int) throws(TracksError) {
    cursor = try FixCursor(vessel: vessel, of: tracks, from: time, lead: lead)
  }

  /// Whether there is nothing more to be seen of it.
  func isOver(at time: Int64, rule: LegRule) -> Bool {
    guard cursor.next == nil else { return false }
    guard let last else { return true }
    return time - last.fix.milliseconds > rule.gapAfterMilliseconds
  }

  /// Goes by all fixes before an instant and hands over what trails and dashes they make.
  ///
  /// What they are follows from the fixes and the instant before which the last call stopped, not from what was drawn.
  mutating func advance(
    to time: Int64, in film: FilmMaterial, _ draw: (_ line: [Place], _ color: UInt8, _ isGhost: Bool) -> Void
  ) throws(TracksError) {
    guard let first = cursor.next, first.milliseconds < time else { return }
    var line: [Place] = last.map { [$0.place] } ?? []
    func finish(_ color: UInt8) {
      // Places that were no news are left out, but not the last.
      if let last, line.last != last.place { line.append(last.place) }
      if line.count > 1 { draw(line, color, false) }
    }
    while let fix = cursor.next, fix.milliseconds < time {
      let place = place(of: fix)
      if let last {
        switch film.rule.verdict(last.fix, fix) {
        case .observed:
          if let direction = direction(from: last, to: fix, place) { heading = direction }
          let next = takeNumber(to: fix, film)
          if next != color {
            finish(color)
            line = [last.place]
          }
          if let end = line.last, film.isNews(place, end) { line.append(place) }
          color = next
        case .gap:
          finish(color)
          if film.rule.isPossible(last.fix, fix) { draw([last.place, place], color, true) }
          begin(at: fix, film)
          line = [place]
        case .jump:
          finish(color)
          begin(at: fix, film)
          line = [place]
        }
      } else {
        begin(at: fix, film)
        line = [place]
      }
      last = (fix, place)
      try cursor.advance(in: film.tracks)
    }
    finish(color)
  }

  /// Where the vessel is at an instant behind which its next fix lies; nil where nobody knows any longer.
  ///
  /// On an observed leg it is the place on the straight way from fix to fix by the time that has passed, and the way is
  /// what the trail lacks; off one it is the last fix for as long as a silence may be.
  func sight(at time: Int64, _ film: FilmMaterial) -> (
    place: Place, way: [Place], color: UInt8, level: Int, isHeld: Bool
  )? {
    guard let last else { return nil }
    let (age, limit) = (time - last.fix.milliseconds, film.rule.gapAfterMilliseconds)
    guard age <= limit else { return nil }
    let level = Int((Double(FilmShip.levels) * Double(limit - age) / Double(max(limit, 1))).rounded(.up))
    guard let next = cursor.next, film.rule.verdict(last.fix, next) == .observed else {
      return level > 0 ? (last.place, [last.place], color, level, true) : nil
    }
    let end = place(of: next)
    let share = Double(age) / Double(max(next.milliseconds - last.fix.milliseconds, 1))
    let place = Place(
      x: last.place.x + Int64((Double(end.x - last.place.x) * share).rounded()),
      y: last.place.y + Int32((Double(Int64(end.y) - Int64(last.place.y)) * share).rounded()))
    return (place, [last.place, place], number(to: next, film), level, false)
  }

  /// The heading on the leg to the next fix, where it moves on that; else the last.
  func heading(toNext film: FilmMaterial) -> SIMD2<Double>? {
    guard let last, let next = cursor.next, film.rule.verdict(last.fix, next) == .observed else { return heading }
    return direction(from: last, to: next, place(of: next)) ?? heading
  }

  private func place(of fix: Fix) -> Place {
    let worldX = WebMercator.x(longitudeE7: fix.longitudeE7)
    let y = MercatorTable.shared.withLookUp { TrackPoint.y(worldY: $0.y(latitudeE7: fix.latitudeE7)) }
    guard let x = last?.place.x else { return Place(x: Int64(worldX), y: y) }
    return Place(x: x + Int64(Int32(bitPattern: worldX &- UInt32(truncatingIfNeeded: x))), y: y)
  }

  private mutating func begin(at fix: Fix, _ film: FilmMaterial) {
    anchors = (fix, fix)
    color = film.coloring.number(ofVessel: cursor.vessel, at: fix)
    if let course = fix.courseInDegrees, (fix.speedInKnots ?? 0) >= Self.stillBelow {
      let angle = course * .pi / 180
      heading = SIMD2(sin(angle), -cos(angle))
    }
  }

  private func direction(from last: (fix: Fix, place: Place), to fix: Fix, _ place: Place) -> SIMD2<Double>? {
    let way = SIMD2(Double(place.x - last.place.x), 2 * Double(Int64(place.y) - Int64(last.place.y)))
    let length = (way * way).sum().squareRoot()
    guard length > 0, last.fix.meanSpeedInKnots(to: fix) >= Self.stillBelow else { return nil }
    return way / length
  }

  /// The colouring's number of the leg to a fix.
  private func number(to fix: Fix, _ film: FilmMaterial) -> UInt8 {
    guard let anchors else { return color }
    let isFar = fix.milliseconds - anchors.late.milliseconds >= TrackColoring.shortestSpeedSpan
    return film.coloring.number(ofVessel: cursor.vessel, from: isFar ? anchors.late : anchors.early, to: fix)
  }

  /// The same, and remembers the fix where it is the first of its slot of time.
  private mutating func takeNumber(to fix: Fix, _ film: FilmMaterial) -> UInt8 {
    let number = number(to: fix, film)
    func slot(_ fix: Fix) -> Int64 { fix.milliseconds / TrackColoring.shortestSpeedSpan }
    if let anchors, slot(fix) != slot(anchors.late) { self.anchors = (anchors.late, fix) }
    return number
  }
}
