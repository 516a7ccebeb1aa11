import Geography

/// What a check of a tile set found.
package struct TileSetReport: Sendable {
  /// What holds the tiles.
  package enum Container: String, Sendable {
    case pmtiles, mbtiles, folder
  }

  /// What holds the tiles.
  package let container: Container
  /// Tiles of each zoom that has any, by rising zoom.
  package var tilesByZoom: [(zoom: Int, count: UInt64)] = []
  /// Contents that differ.
  package var contents = 0
  /// Bytes of the file, or of all files that belong to the folder's set.
  package var bytes = 0
  /// The lowest zoom that the set says it has; nil where it does not say.
  package var minZoom: Int?
  /// The deepest zoom that the set says it has; nil where it does not say.
  package var maxZoom: Int?
  /// The box that the set says it fills; nil where it does not say.
  package var bounds: BoundingBox?
  /// What was not looked into, a sentence each.
  package var notes: [String] = []
  /// What is wrong, the first of each kind; empty for a sound set.
  package var faults: [TileFault] = []
  /// Faults in all, those not listed too.
  package var faultCount = 0

  /// A report of nothing yet.
  init(container: Container) { self.container = container }

  /// Tiles in all.
  package var tileCount: UInt64 { tilesByZoom.reduce(0) { $0.addingReportingOverflow($1.count).partialValue } }
  /// Whether nothing is wrong.
  package var isSound: Bool { faultCount == 0 }
}
