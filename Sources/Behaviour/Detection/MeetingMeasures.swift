import Geography
import Tracks

/// What a meeting was like, measured at whole minutes at which both vessels were seen within the distance: at each of a
/// meeting of eight hours, at fewer of a longer one, so that about 480 of them are looked at.
struct MeetingMeasures {
  /// The middle value of the distances, in metres.
  let medianDistance: Double
  /// Each vessel's middle speed in knots, over whole steps; nil where no whole step was seen.
  let medianSpeeds: (Double?, Double?)
  /// The middle value of all speeds of both, in knots.
  let medianSpeed: Double?
  /// The mean of the points halfway between them.
  let place: Coordinate
  /// Fixes of each vessel within the meeting.
  let fixCounts: (Int, Int)

  private static let minute = 60_000.0

  init(
    _ meeting: Meeting, _ a: UnsafeBufferPointer<Fix>, _ b: UnsafeBufferPointer<Fix>, rules: DetectionRules
  ) {
    var metric = LocalMetric()
    var mean = MeanPlace()
    var distances: [Double] = []
    var cursorA = TrackCursor(a, rules.legs)
    var cursorB = TrackCursor(b, rules.legs)
    let step =
      MeetingMeasures.minute * max(1, ((meeting.end - meeting.start) / MeetingMeasures.minute / 480).rounded(.up))
    for piece in meeting.pieces {
      // A piece shorter than a step still counts once, in its middle.
      var instant = (piece.lowerBound / step).rounded(.up) * step
      if instant > piece.upperBound { instant = (piece.lowerBound + piece.upperBound) / 2 }
      while instant <= piece.upperBound {
        if let placeA = cursorA.place(at: instant), let placeB = cursorB.place(at: instant) {
          distances.append(metric.distance(placeA, placeB))
          let east = Motion.shortWay(placeB.longitude - placeA.longitude)
          mean.add(
            Coordinate(
              latitude: (placeA.latitude + placeB.latitude) / 2,
              longitude: BoundingBox.wrapped(placeA.longitude + east / 2)))
        }
        instant += step
      }
    }
    medianDistance = distances.median ?? meeting.nearest
    place = mean.place ?? Coordinate(latitude: 0, longitude: 0)
    let speedsA = MeetingMeasures.speeds(meeting, a, rules, &metric)
    let speedsB = MeetingMeasures.speeds(meeting, b, rules, &metric)
    medianSpeeds = (speedsA.median, speedsB.median)
    medianSpeed = (speedsA + speedsB).median
    fixCounts = (MeetingMeasures.fixes(meeting, a), MeetingMeasures.fixes(meeting, b))
  }

  /// The speeds in knots over the steps that lie inside the meeting and were seen whole.
  private static func speeds(
    _ meeting: Meeting, _ fixes: UnsafeBufferPointer<Fix>, _ rules: DetectionRules, _ metric: inout LocalMetric
  ) -> [Double] {
    let step = Double(rules.stepMilliseconds)
    var cursor = TrackCursor(fixes, rules.legs)
    var speeds: [Double] = []
    var before: (place: Coordinate, run: Int)?
    var instant = (meeting.start / step).rounded(.up) * step
    while instant <= meeting.end {
      if let place = cursor.place(at: instant) {
        if let before, before.run == cursor.run { speeds.append(knots(metric.distance(before.place, place), step)) }
        before = (place, cursor.run)
      } else {
        before = nil
      }
      instant += step
    }
    return speeds
  }

  private static func fixes(_ meeting: Meeting, _ fixes: UnsafeBufferPointer<Fix>) -> Int {
    let first = Approach.firstLeg(fixes, from: Int64(meeting.start))
    var count = 0
    for fix in fixes[first...] {
      if Double(fix.milliseconds) > meeting.end { break }
      if Double(fix.milliseconds) >= meeting.start { count += 1 }
    }
    return count
  }
}
