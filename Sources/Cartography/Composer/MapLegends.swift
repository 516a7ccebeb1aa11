import Behaviour
import Raster

/// Which legends a picture has, known before its frame is.
package struct MapLegends: Sendable {
  /// Whether density is drawn; its legend comes with its layer.
  package var hasDensity = false
  /// What the colours of tracks mean where they have an order; nil for none.
  package var tracks: Legend?
  /// What lines and marks mean that have no order; nil for none.
  package var key: MapKey?

  /// Whether a table of events stands beside the map.
  package var hasPanel = false

  /// Adds what a surface of hotspots is, where the legend's bar is that of density.
  package mutating func addSurface(_ theme: Theme) {
    let swatch = CategoryLegend.Swatch.line(theme.events.hotspotRing, dashes: [])
    var lists = key?.lists ?? []
    lists.append(
      CategoryLegend(title: "hotspots", entries: [CategoryLegend.Entry(swatch, "the stronger, the more transfers")]))
    key = MapKey(lists: lists)
  }

  /// Adds what marks on tracks and shaded areas are.
  ///
  /// `silences`: the cross and the square at a silence's ends; `reach`: the areas within reach, at most so many knots, in
  /// words; `meetings`: the areas of possible rendezvous.
  package mutating func addMarks(silences: Bool, reach: String?, meetings: Bool, theme: Theme) {
    var entries: [CategoryLegend.Entry] = []
    if silences {
      entries.append(
        CategoryLegend.Entry(.mark(.gapSample(measures: .legend, theme: theme)), "last seen, seen again"))
    }
    if let reach {
      entries.append(
        CategoryLegend.Entry(
          .mark(.area(fill: theme.reach, outline: theme.reachOutline, dashes: [3, 3])),
          "within reach while not observed, \(reach)"))
    }
    if meetings {
      entries.append(
        CategoryLegend.Entry(
          .mark(.area(fill: theme.events.halo, outline: theme.events.gap.body, dashes: [4, 2])),
          "where they can have met"))
    }
    guard !entries.isEmpty else { return }
    key = MapKey(lists: (key?.lists ?? []) + [CategoryLegend(title: "", entries: entries)])
  }

  /// Adds what hulls on a film are.
  package mutating func addShips(_ theme: Theme) {
    let heading = Point(x: 1, y: 0)
    let entries = [
      CategoryLegend.Entry(.mark(.hull(color: theme.text, isHeld: false, heading: heading)), "ship, bow along its way"),
      CategoryLegend.Entry(
        .mark(.hull(color: theme.text, isHeld: true, heading: heading)), "last seen here, no news since"),
    ]
    key = MapKey(lists: (key?.lists ?? []) + [CategoryLegend(title: "ships", entries: entries)])
  }

  /// The legend of density, or none.
  package init(hasDensity: Bool = false) { self.hasDensity = hasDensity }

  /// The legends of layers that are there.
  ///
  /// `kinds` limits those of events to what the map shows.
  package init(
    hasDensity: Bool, coloring: TrackColoring?, events: EventLayer?, kinds: Set<EventKind> = Set(EventKind.allCases),
    theme: Theme
  ) {
    self.hasDensity = hasDensity
    tracks = coloring?.bar(theme)
    var lists: [CategoryLegend] = []
    if let coloring, tracks == nil { lists.append(CategoryLegend(coloring.legend(theme))) }
    if let legend = events?.legend(theme: theme, kinds: kinds), !legend.entries.isEmpty { lists.append(legend) }
    if !lists.isEmpty { key = MapKey(lists: lists) }
  }
}
