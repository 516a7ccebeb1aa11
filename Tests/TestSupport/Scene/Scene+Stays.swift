extension Scene {
  /// When ships truly are slower than so many knots for at least so many milliseconds, to a minute.
  ///
  /// Ships in a transfer are as slow as ones that loiter: the truth names only those that are alone.
  public func stays(slowerThan knots: Double, lasting duration: Int64) -> [SceneStay] {
    vessels.flatMap { vessel in
      var stays: [SceneStay] = []
      var start: Int64?
      for time in stride(from: vessel.motion.start, through: vessel.motion.end, by: 60_000) {
        if vessel.motion.velocity(atMilliseconds: time).knots < knots {
          start = start ?? time
        } else if let from = start {
          stays.append(SceneStay(mmsi: vessel.mmsi, start: from, end: time))
          start = nil
        }
      }
      if let from = start { stays.append(SceneStay(mmsi: vessel.mmsi, start: from, end: vessel.motion.end)) }
      return stays.filter { $0.end - $0.start >= duration }
    }
  }

  /// The times between two reports of a ship that are longer than so many milliseconds.
  public func silences(longerThan duration: Int64) -> [SceneStay] {
    vessels.flatMap { vessel in
      zip(vessel.reports, vessel.reports.dropFirst()).filter { $1.milliseconds - $0.milliseconds > duration }
        .map { SceneStay(mmsi: vessel.mmsi, start: $0.milliseconds, end: $1.milliseconds) }
    }
  }
}
