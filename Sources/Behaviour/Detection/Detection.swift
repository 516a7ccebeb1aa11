/// What a search has found.
package struct Detection: Sendable {
  /// The events: by kind, of each kind by start and id, dark rendezvous by rank.
  package var events: [Event] = []
  /// Encounters left out, by reason; empty where `DetectionRules.reportsExcluded` has them reported.
  package var excluded: [(reason: String, count: Int)] = []
  /// Dark rendezvous beyond `DetectionRules.darkLimit`.
  package var darkLeftOut = 0

  /// Nothing found.
  package init() {}

  /// How many events there are of a kind.
  package func count(_ kind: EventKind) -> Int { events.count { $0.kind == kind } }
}
