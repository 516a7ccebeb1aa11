import Geography

/// The 127 bytes at the begin of a PMTiles archive, version 3: where everything lies, and what the tiles are.
///
/// Layout by the PMTiles specification, version 3; all numbers are little-endian.
package struct PMTilesHeader: Hashable, Sendable {
  /// Bytes of a header.
  package static let byteCount = 127
  /// Bytes at the begin of an archive within which header and root directory must end.
  package static let rootLimit = 16_384
  /// What an archive begins with.
  package static let magic = Array("PMTiles".utf8)

  /// A run of bytes in the archive.
  package struct Section: Hashable, Sendable {
    /// First byte, from the archive's begin.
    package var offset: UInt64
    /// Bytes.
    package var length: UInt64

    /// A run from its first byte and its length.
    package init(offset: UInt64 = 0, length: UInt64 = 0) {
      self.offset = offset
      self.length = length
    }
  }

  /// How bytes are packed.
  package enum Compression: UInt8, Sendable {
    case unknown = 0
    case none, gzip, brotli, zstd
  }

  /// What a tile is.
  package enum TileType: UInt8, Sendable {
    case unknown = 0
    case mvt, png, jpeg, webp, avif, mlt
  }

  /// The root directory.
  package var rootDirectory = Section()
  /// The metadata, a JSON object.
  package var metadata = Section()
  /// All leaf directories; entries that point to leaves count from this section's begin.
  package var leafDirectories = Section()
  /// All tiles' bytes; entries of tiles count from this section's begin.
  package var tileData = Section()
  /// Tiles that a reader can ask for; 0 where not known.
  package var addressedTiles: UInt64 = 0
  /// Entries in directories that are of tiles, not of leaves; 0 where not known.
  package var tileEntries: UInt64 = 0
  /// Different contents in the tile data; 0 where not known.
  package var tileContents: UInt64 = 0
  /// Whether contents lie in the order of the tiles' numbers.
  package var isClustered = true
  /// How directories and metadata are packed.
  package var internalCompression = Compression.gzip
  /// How each tile is packed.
  package var tileCompression = Compression.none
  /// What the tiles are.
  package var tileType = TileType.png
  /// The lowest zoom.
  package var minZoom = 0
  /// The deepest zoom.
  package var maxZoom = 0
  /// The box around everything, kept to 1e-7 degrees.
  package var bounds = BoundingBox(west: -180, south: -90, east: 180, north: 90)
  /// Where a viewer should begin, kept to 1e-7 degrees.
  package var center = Coordinate(latitude: 0, longitude: 0)
  /// The zoom with which a viewer should begin.
  package var centerZoom = 0

  /// A header of nothing yet.
  package init() {}

  /// The header's 127 bytes; zooms are held within 0...255, degrees within what 32 bits hold.
  package var encoded: [UInt8] {
    var bytes = Self.magic + [3]
    bytes.reserveCapacity(Self.byteCount)
    func append(_ number: some FixedWidthInteger) {
      withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
    }
    for section in [rootDirectory, metadata, leafDirectories, tileData] {
      append(section.offset)
      append(section.length)
    }
    for count in [addressedTiles, tileEntries, tileContents] { append(count) }
    bytes += [isClustered ? 1 : 0, internalCompression.rawValue, tileCompression.rawValue, tileType.rawValue]
    bytes += [UInt8(clamping: minZoom), UInt8(clamping: maxZoom)]
    for edge in [bounds.west, bounds.south, bounds.east, bounds.north] { append(Self.steps(edge)) }
    bytes.append(UInt8(clamping: centerZoom))
    append(Self.steps(center.longitude))
    append(Self.steps(center.latitude))
    return bytes
  }

  /// Reads the header at the begin of bytes; what it says is not looked into.
  ///
  /// Throws `decodingFailed` for fewer than 127 bytes, another magic or version, and for a compression, tile type or
  /// flag that the format does not know.
  package init(decoding bytes: [UInt8]) throws(ExportError) {
    guard bytes.starts(with: Self.magic) else { throw Self.failure("it does not begin with \"PMTiles\"") }
    guard bytes.count >= Self.byteCount else {
      throw Self.failure("it ends after \(bytes.count) bytes, within the header of \(Self.byteCount)")
    }
    guard bytes[7] == 3 else { throw Self.failure("it is of version \(bytes[7]), not 3") }
    func number<Number: FixedWidthInteger>(_ place: Int, as: Number.Type = Number.self) -> Number {
      bytes.withUnsafeBytes { Number(littleEndian: $0.loadUnaligned(fromByteOffset: place, as: Number.self)) }
    }
    func section(_ place: Int) -> Section { Section(offset: number(place), length: number(place + 8)) }
    func degrees(_ place: Int) -> Double { Double(number(place, as: Int32.self)) / 1e7 }
    rootDirectory = section(8)
    metadata = section(24)
    leafDirectories = section(40)
    tileData = section(56)
    addressedTiles = number(72)
    tileEntries = number(80)
    tileContents = number(88)
    guard bytes[96] <= 1 else { throw Self.failure("the flag for clustered tiles is \(bytes[96]), not 0 or 1") }
    isClustered = bytes[96] == 1
    internalCompression = try Self.compression(bytes[97], of: "directories")
    tileCompression = try Self.compression(bytes[98], of: "tiles")
    guard let type = TileType(rawValue: bytes[99]) else {
      throw Self.failure("the tiles are of type \(bytes[99]), which the format does not know")
    }
    tileType = type
    minZoom = Int(bytes[100])
    maxZoom = Int(bytes[101])
    bounds = BoundingBox(west: degrees(102), south: degrees(106), east: degrees(110), north: degrees(114))
    centerZoom = Int(bytes[118])
    center = Coordinate(latitude: degrees(123), longitude: degrees(119))
  }

  private static func compression(_ byte: UInt8, of what: String) throws(ExportError) -> Compression {
    guard let compression = Compression(rawValue: byte) else {
      throw failure("the compression of the \(what) is \(byte), which the format does not know")
    }
    return compression
  }

  private static func failure(_ reason: String) -> ExportError { .decodingFailed(format: "PMTiles", reason: reason) }

  /// Degrees in steps of 1e-7.
  private static func steps(_ degrees: Double) -> Int32 {
    degrees.isFinite ? Int32(clamping: Int64((min(max(degrees, -1000), 1000) * 1e7).rounded())) : 0
  }
}
