import Geography

/// The source that a basemap is drawn from.
package enum BasemapDetail: CaseIterable, Sendable {
  /// Natural Earth 1:110 million.
  case naturalEarth110m
  /// Natural Earth 1:50 million.
  case naturalEarth50m
  /// Natural Earth 1:10 million.
  case naturalEarth10m
  /// OpenStreetMap land polygons of the south of England, generalised at 0.0005 degrees.
  case openStreetMapSolent

  /// The area in which the OpenStreetMap land is whole; `make_solent_coast.py` repeats these numbers.
  package static let solentBox = BoundingBox(west: -3.2, south: 49.9, east: 1.0, north: 51.6)

  /// The source for a view: by the grid's scale alone, so that a picture's tiles are drawn from one source, except
  /// that a close view wholly inside `solentBox` takes OpenStreetMap.
  ///
  /// A pixel's width at the equator decides: under 3.5 km 10m (vertices 1.3 km apart), under 40 km 50m, else 110m;
  /// under 800 m OpenStreetMap, which Natural Earth is too coarse for even then.
  package init(for viewport: Viewport, marginInPixels: Double) {
    if BasemapDetail.isClose(viewport.grid),
      BasemapDetail.isInsideSolentBox(viewport, marginInPixels)
    {
      self = .openStreetMapSolent
    } else {
      self.init(grid: viewport.grid)
    }
  }

  /// The Natural Earth source for a grid's scale, the same for all views of it.
  package init(grid: PixelGrid) {
    let kilometresPerPixel = BasemapDetail.kilometresPerPixel(grid)
    if kilometresPerPixel < 3.5 {
      self = .naturalEarth10m
    } else {
      self = kilometresPerPixel < 40 ? .naturalEarth50m : .naturalEarth110m
    }
  }

  /// Whether Natural Earth is too coarse for a grid: a pixel is narrower than 800 m at the equator, from zoom 7.6 of
  /// 256-pixel tiles on.
  package static func isClose(_ grid: PixelGrid) -> Bool { kilometresPerPixel(grid) < 0.8 }

  private static func kilometresPerPixel(_ grid: PixelGrid) -> Double { 40_075.017 / grid.worldWidthInPixels }

  private static func isInsideSolentBox(_ viewport: Viewport, _ margin: Double) -> Bool {
    let grid = viewport.grid
    let west = WebMercator.longitude(x: grid.worldX(pixelX: Double(viewport.x) - margin))
    let east = WebMercator.longitude(x: grid.worldX(pixelX: Double(viewport.x + viewport.width) + margin))
    let north = WebMercator.latitude(y: grid.worldY(pixelY: Double(viewport.y) - margin))
    let south = WebMercator.latitude(y: grid.worldY(pixelY: Double(viewport.y + viewport.height) + margin))
    return west > solentBox.west && east < solentBox.east
      && south > solentBox.south && north < solentBox.north
  }

  /// The words that the source's licence asks for on the picture.
  package var attribution: String {
    self == .openStreetMapSolent ? "© OpenStreetMap contributors" : "Natural Earth"
  }

  var archive: GeometryArchive { GeometryArchive(resource.bytes) }

  private var resource: EmbeddedResource {
    switch self {
    case .naturalEarth110m: .naturalEarth110m
    case .naturalEarth50m: .naturalEarth50m
    case .naturalEarth10m: .naturalEarth10m
    case .openStreetMapSolent: .solentCoast
    }
  }
}
