import Geography

/// Finds which samples of a track may belong to an encounter: where it was slow, away from ports.
///
/// A vessel whose median speed over an encounter is below the limit was below it in more than half of the steps, and so
/// was the other: in at least one step both were. Samples with no step beside them are kept, since nothing is known.
struct SlowSamples {
  private let rules: DetectionRules
  private var metric = LocalMetric()
  private var ports: PortMemory

  init(_ rules: DetectionRules, _ surroundings: Surroundings) {
    self.rules = rules
    ports = PortMemory(surroundings, limit: rules.reportsExcluded ? 0 : rules.portDistanceInMetres)
  }

  /// Calls `keep` with each sample that may matter.
  mutating func forEach(_ samples: [TrackSample], _ keep: (TrackSample) -> Void) {
    let limit = rules.encounterSpeedInKnots * 1852 / 3_600_000 * Double(rules.stepMilliseconds)
    var before: Bool?
    for (index, sample) in samples.enumerated() {
      var after: Bool?
      if index + 1 < samples.count, samples[index + 1].run == sample.run, samples[index + 1].slot == sample.slot + 1 {
        after = metric.distance(sample.coordinate, samples[index + 1].coordinate) < limit
      }
      let isSlow = before == nil && after == nil || before == true || after == true
      if isSlow, !ports.isNearPort(sample.coordinate) { keep(sample) }
      before = after
    }
  }
}
