import Geography

/// What a tile set says of its own extent.
struct TileExtent: Sendable {
  /// The deepest zoom that a tile's number has room for.
  static let deepestZoom = 31

  /// The lowest zoom; nil where the set does not say.
  var minZoom: Int?
  /// The deepest zoom; nil where the set does not say.
  var maxZoom: Int?
  /// The box that is filled; nil where the set does not say.
  var bounds: BoundingBox?

  /// Notes what cannot be, and takes it away, so that no tile is measured by it.
  mutating func settle(at place: String, _ log: inout TileFaultLog) {
    if let low = minZoom, let high = maxZoom, low > high {
      log.note(.extent, place, "the lowest zoom \(low) is above the deepest, \(high)")
      (minZoom, maxZoom) = (nil, nil)
    }
    for zoom in [minZoom, maxZoom].compactMap({ $0 }) where !(0...Self.deepestZoom).contains(zoom) {
      log.note(.extent, place, "there is no zoom \(zoom); zooms are 0 to \(Self.deepestZoom)")
      (minZoom, maxZoom) = (nil, nil)
    }
    guard let box = bounds else { return }
    let text = Self.text(box)
    if !(-180...180).contains(box.west) || !(-180...180).contains(box.east) || !(-90...90).contains(box.south)
      || !(-90...90).contains(box.north)
    {
      log.note(.extent, place, "the bounds \(text) are off the world")
      bounds = nil
    } else if box.west > box.east || box.south > box.north {
      log.note(.extent, place, "the bounds \(text) are the wrong way round; they are west, south, east, north")
      bounds = nil
    }
  }

  /// A box as its edges in GeoJSON order.
  static func text(_ box: BoundingBox) -> String {
    [box.west, box.south, box.east, box.north].map { $0 == $0.rounded() && abs($0) < 1e6 ? "\(Int($0))" : "\($0)" }
      .joined(separator: ",")
  }

  /// A box from four numbers in GeoJSON order.
  static func box(_ edges: [Double]) -> BoundingBox? {
    guard edges.count == 4, edges.allSatisfy(\.isFinite) else { return nil }
    return BoundingBox(west: edges[0], south: edges[1], east: edges[2], north: edges[3])
  }
}
