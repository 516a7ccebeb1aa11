import Geography

/// What was measured of an event; what does not apply to its kind or is not known is nil.
package struct EventFindings: Hashable, Sendable {
  /// Encounter: the middle value of the distances between the vessels, in metres.
  package var medianDistanceInMetres: Double?
  /// Encounter: the least distance, in metres.
  package var minimumDistanceInMetres: Double?
  /// Encounter: the middle value of both vessels' speeds; loitering: the mean speed; in knots.
  package var medianSpeedInKnots: Double?
  /// Encounter: hours that both were seen within the distance.
  package var togetherInHours: Double?
  /// Gap: geodesic distance from last to next sight, in metres.
  package var distanceInMetres: Double?
  /// Gap: that distance over the time, in knots.
  package var impliedSpeedInKnots: Double?
  /// Gap, dark rendezvous: how many other vessels were received near the ends of the silence while it lasted.
  package var heardNearby: [Int] = []
  /// Gap: whether the vessel was not seen again before the data end.
  package var isOpen = false
  /// Geodesic distance to the shore in metres; 0 on land.
  package var distanceToShoreInMetres: Double?
  /// Geodesic distance to the nearest port in metres.
  package var distanceToPortInMetres: Double?
  /// The nearest port's name.
  package var port: String?
  /// Dark rendezvous: the longest that the vessels can have been together, in hours.
  package var longestStayInHours: Double?
  /// Dark rendezvous: where a meeting can have been, corners without a repeated first.
  package var area: [Coordinate] = []
  /// Dark rendezvous: the area in km2.
  package var areaInSquareKilometres: Double?
  /// Dark rendezvous: its place among all, 1 the most tightly constrained.
  package var rank: Int?
  /// Encounter: how much cargo a change of draught speaks of.
  package var volume: VolumeEstimate?
  /// How sure the finding is, 0...1.
  package var confidence: Double?
  /// What the confidence rests on, in words.
  package var reasons: [String] = []
  /// Why the event would be left out, in words; empty for one that counts.
  package var exclusions: [String] = []
  /// Identity change: what changed (`name`, `imo`, `call_sign`, `flag`, `shared_imo`).
  package var changedField: String?
  /// Identity change: what was said before.
  package var before: String?
  /// Identity change: what was said from then on.
  package var after: String?

  /// Nothing measured.
  package init() {}
}
