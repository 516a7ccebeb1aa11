import Geography

/// What part of the earth a picture shall show, and at which size.
public struct FrameRequest: Sendable, Equatable {
  /// The box that must be seen whole; nil takes the data's extent with a margin.
  public var box: BoundingBox?
  /// What the box is called; nil where it has no name.
  public var placeName: String?
  /// How many pixels it gets.
  public var size = Size.picture(width: 1920, height: 1080)
  /// Pixel density of lines and letters: 2 doubles everything but the geography.
  public var scale = 1.0

  /// How the size of a picture is said.
  public enum Size: Sendable, Equatable {
    /// So many pixels; the box is fitted into them and grown along one axis.
    case picture(width: Int, height: Int)
    /// The pixels of the tile pyramid at a zoom (256-pixel tiles); the size follows from the box.
    case zoom(Int)
  }

  /// The default: the data's extent in 1920 x 1080 pixels.
  public init() {}

  /// Most pixels that a picture may have: 400 million.
  public static let mostPixels = 400_000_000

  /// Throws a usage error where the size or the box is none.
  func check() throws(WakeprintError) {
    if let box { try FrameRequest.check(box) }
    guard scale.isFinite, scale >= 0.25, scale <= 16 else {
      throw WakeprintError(.usage, "--scale \(scale) is outside 0.25...16; use 1, or 2 for a dense screen")
    }
    switch size {
    case .picture(let width, let height):
      guard width >= 1, height >= 1 else {
        throw WakeprintError(.usage, "--size \(width)x\(height) has no pixels; give a width and a height of at least 1")
      }
      guard width <= 65_500, height <= 65_500, width * height <= FrameRequest.mostPixels else {
        throw WakeprintError(
          .usage, "--size \(width)x\(height) is too large; take at most 65500 a side, 400 million pixels in all")
      }
    case .zoom(let zoom):
      guard (0...TileID.deepestZoom).contains(zoom) else {
        throw WakeprintError(.usage, "--zoom \(zoom) is outside 0...24; choose a zoom of the tile pyramid")
      }
    }
  }

  /// Throws a usage error where a box is off the world or upside down.
  static func check(_ box: BoundingBox, option: String = "--bbox") throws(WakeprintError) {
    let words = "\(option) \(box.west),\(box.south),\(box.east),\(box.north)"
    guard [box.west, box.south, box.east, box.north].allSatisfy(\.isFinite) else {
      throw WakeprintError(.usage, "\(words) is not four numbers; give west,south,east,north in degrees")
    }
    guard abs(box.west) <= 180, abs(box.east) <= 180, abs(box.south) <= 90, abs(box.north) <= 90 else {
      throw WakeprintError(
        .usage, "\(words) is off the world; longitudes lie in -180...180 and latitudes in -90...90, west first")
    }
    guard box.south < box.north else {
      throw WakeprintError(.usage, "\(words) is upside down; south comes before north")
    }
    guard box.widthInDegrees > 0 else {
      throw WakeprintError(.usage, "\(words) has no width; give west,south,east,north in degrees")
    }
    guard box.north > -WebMercator.maximumLatitude, box.south < WebMercator.maximumLatitude else {
      throw WakeprintError(
        .usage, "\(words) lies beyond 85.05 degrees, where the map ends; move it towards the equator")
    }
  }

  /// A box around data with a margin of 4 % on each side, at least 0.01 degrees.
  static func withMargin(_ box: BoundingBox) -> BoundingBox {
    let across = max(box.widthInDegrees * 0.04, 0.01)
    let up = max((box.north - box.south) * 0.04, 0.01)
    let limit = WebMercator.maximumLatitude
    let isRound = box.widthInDegrees + 2 * across >= 360
    return BoundingBox(
      west: isRound ? -180 : BoundingBox.wrapped(box.west - across), south: max(box.south - up, -limit),
      east: isRound ? 180 : BoundingBox.wrapped(box.east + across), north: min(box.north + up, limit))
  }
}
