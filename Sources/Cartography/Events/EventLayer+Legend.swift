import Behaviour

extension EventLayer {
  /// What the marks mean: the kinds that are there, then the hotspots; `kinds` limits them to those that a map shows.
  package func legend(theme: Theme, kinds: Set<EventKind> = Set(EventKind.allCases)) -> CategoryLegend {
    let measures = EventMeasures.legend
    var entries: [CategoryLegend.Entry] = []
    for kind in EventKind.allCases where kinds.contains(kind) && events.contains(where: { $0.kind == kind }) {
      let mark =
        kind == .gap
        ? Mark.gapSample(measures: measures, theme: theme) : Mark.event(kind, measures: measures, theme: theme)
      entries.append(CategoryLegend.Entry(.mark(mark), kind.meaning))
    }
    if !hotspots.isEmpty {
      let mark = Mark.hotspot(count: largestCount, radius: measures.marker * 1.25, theme: theme)
      entries.append(CategoryLegend.Entry(.mark(mark), "hotspot and its number of events"))
    }
    return CategoryLegend(title: hotspots.isEmpty || !events.isEmpty ? "events" : "hotspots", entries: entries)
  }
}

extension EventKind {
  /// What a reader is told of a kind.
  var meaning: String {
    switch self {
    case .encounter: "encounter of two vessels"
    case .loitering: "loitering vessel"
    case .gap: "not observed: last seen, seen again"
    case .darkRendezvous: "possible rendezvous while not observed"
    case .identityChange: "change of name, number or flag"
    }
  }
}
