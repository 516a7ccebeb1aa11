/// What the tiles of a set are.
enum TileFormat: Sendable {
  case png, jpeg, webp, avif, vector, unknown

  /// The format by a file's suffix or the `format` of MBTiles, without a point.
  init(name: String) {
    switch name.lowercased() {
    case "png", "image/png": self = .png
    case "jpg", "jpeg", "image/jpeg": self = .jpeg
    case "webp", "image/webp": self = .webp
    case "avif", "image/avif": self = .avif
    case "pbf", "mvt", "mlt", "application/x-protobuf", "application/vnd.mapbox-vector-tile": self = .vector
    default: self = .unknown
    }
  }

  /// The format by the type of PMTiles.
  init(_ type: PMTilesHeader.TileType) {
    switch type {
    case .png: self = .png
    case .jpeg: self = .jpeg
    case .webp: self = .webp
    case .avif: self = .avif
    case .mvt, .mlt: self = .vector
    case .unknown: self = .unknown
    }
  }

  /// The format in words.
  var words: String {
    switch self {
    case .png: "PNG"
    case .jpeg: "JPEG"
    case .webp: "WebP"
    case .avif: "AVIF"
    case .vector: "vector tiles"
    case .unknown: "of a format not known here"
    }
  }

  /// Whether the first bytes may be the format's; always so for formats without a mark of their own.
  func begins(_ bytes: [UInt8]) -> Bool {
    func has(_ mark: String, at place: Int) -> Bool { bytes.dropFirst(place).starts(with: mark.utf8) }
    return switch self {
    case .png: bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    case .jpeg: bytes.starts(with: [0xFF, 0xD8, 0xFF])
    case .webp: has("RIFF", at: 0) && has("WEBP", at: 8)
    case .avif: has("ftypavif", at: 4) || has("ftypavis", at: 4)
    case .vector, .unknown: true
    }
  }

  /// How far from a tile what it draws may lie, in tiles: a pixel, but more for vectors, which carry what lies about
  /// them too.
  var reachInTiles: Double { self == .vector ? 0.5 : 1 / 256 }
}
