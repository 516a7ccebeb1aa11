/// What is written on a map; an empty text is left out.
package struct MapWords: Sendable, Equatable {
  /// What the picture shows, in a few words.
  package var title = ""
  /// What is counted, and of which vessels.
  package var subtitle = ""
  /// "12 Jan 2016 09:40 – 11:04 UTC".
  package var timeRange = ""
  /// Where the data come from, a sentence each; the basemap's source is added by the composer.
  package var sources: [String] = []
  /// How the picture must not be misread.
  package var caveat = ""
  /// A marking at the upper and the lower edge: "UNCLASSIFIED // FOR OFFICIAL USE ONLY".
  package var banner = ""
  /// The time of the film of which the picture is a frame; it gives the picture a clock and a date strip. Nil for none.
  package var film: FilmTimeline?

  /// No words at all.
  package init() {}

  /// What the clock has room for.
  var clock: ClockFace { film.map(ClockFace.init) ?? ClockFace() }

  /// All texts.
  package var texts: [String] { [title, subtitle, timeRange, caveat, banner] + sources }

  /// The furniture that these words need, and the map's own: scale bar, north arrow, degrees, and the basemap's source.
  func furniture(_ legends: MapLegends) -> Set<Furniture> {
    var set: Set<Furniture> = [.scaleBar, .northArrow, .degreeLabels, .sources]
    if !title.isEmpty { set.insert(.title) }
    if !subtitle.isEmpty { set.insert(.subtitle) }
    if !timeRange.isEmpty { set.insert(.timeRange) }
    if !banner.isEmpty { set.insert(.banner) }
    if film != nil { set.formUnion([.clock, .dateStrip]) }
    if legends.hasDensity { set.insert(.legend) }
    if legends.tracks != nil { set.insert(.trackLegend) }
    if legends.key != nil { set.insert(.key) }
    if legends.hasPanel { set.insert(.panel) }
    return set
  }
}
