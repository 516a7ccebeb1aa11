import Raster

/// What a map shows: its ground, its layers and in which order, and what is to be named on them.
package struct MapScene: Sendable {
  /// Land, lakes and borders; nil for none.
  package var basemap: Basemap?
  /// Density; nil for none.
  package var density: DensityLayer?
  /// Lines; nil for none.
  package var tracks: TrackLayer?
  /// The vessels whose lines have a band beneath them, by number in the set of tracks.
  package var watchedVessels: Set<Int> = []
  /// Arrows, ticks and marks on the lines; nil for none.
  package var ornaments: TrackOrnaments?
  /// Marks; nil for none.
  package var events: EventLayer?
  /// Hotspots as a smooth surface, which then stands for their discs; nil for discs.
  package var surface: DensityLayer?
  /// Where ships that were not observed can have been; nil for none.
  package var reach: ReachLayer?
  /// Where on earth the map is; nil for none.
  package var locator: LocatorGlobe?
  /// A part of the map drawn larger; nil for none.
  package var inset: MapInset?
  /// The table beside the map; nil for none.
  package var panel: MapPanel?
  /// The table as it is set; its events' numbers are those on the map.
  package var panelSetting: MapPanel.Setting?
  /// From the lowest to the uppermost; what is not among them is not shown.
  package var order: [MapLayer] = MapLayer.allCases
  /// Names and numbers; nil for none.
  package var labelling: MapLabelling?

  /// An empty scene on a ground.
  package init(basemap: Basemap?) { self.basemap = basemap }

  /// Whether discs of hotspots are shown.
  var showsDiscs: Bool { shows(.hotspots) && surface == nil }

  /// The scene without what moves in a film.
  var still: MapScene {
    var scene = MapScene(basemap: basemap)
    (scene.locator, scene.inset, scene.order) = (locator, inset, order)
    if let labelling {
      scene.labelling = MapLabelling()
      scene.labelling?.places = labelling.places
    }
    return scene
  }

  /// Whether a layer is among those shown.
  func shows(_ layer: MapLayer) -> Bool { order.contains(layer) }
}
