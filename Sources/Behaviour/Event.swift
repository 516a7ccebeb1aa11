import Geography

/// Something that vessels did between two instants at a place.
package struct Event: Hashable, Sendable {
  /// What it was.
  package var kind: EventKind
  /// Its name, the same whenever the same data are searched with the same thresholds.
  package var id: String
  /// When it began, in milliseconds since 1970.
  package var start: Int64
  /// When it ended, in milliseconds since 1970; not before `start`.
  package var end: Int64
  /// Where it was; of a gap, where the vessel was last seen.
  package var place: Coordinate
  /// Where the vessel of a gap was seen again; nil where that is not known, and for other kinds.
  package var reappearance: Coordinate?
  /// Who took part, in the order of the file; empty where it does not say.
  package var vessels: [EventVessel]
  /// What was measured of it.
  package var findings: EventFindings

  /// An event from its parts; nothing is checked.
  package init(
    kind: EventKind, id: String, start: Int64, end: Int64, place: Coordinate, reappearance: Coordinate? = nil,
    vessels: [EventVessel] = [], findings: EventFindings = EventFindings()
  ) {
    self.kind = kind
    self.id = id
    self.start = start
    self.end = end
    self.place = place
    self.reappearance = reappearance
    self.vessels = vessels
    self.findings = findings
  }

  /// Hours from start to end.
  package var durationInHours: Double { Double(end - start) / 3_600_000 }
}
