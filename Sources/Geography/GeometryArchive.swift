/// A geometry file of `Resources/`: rings and lines in pieces of at most 128 edges, each with its box.
///
/// Little-endian. The letters `WPG1`; three UInt32, the numbers of pieces of land, lakes and borders; the pieces'
/// records of 32 bytes, layer after layer; then the edges of all pieces. A record: Int32 longitude and latitude of
/// the first vertex; Int32 western, southern, eastern, northern edge of the box; UInt32 offset of the edges, in
/// bytes from the end of the records; UInt16 number of edges; UInt16 flags, 1 the first piece of a ring or line, 2 a
/// ring, 4 a cut through land that is no shore. Angles are whole 1e-5 degrees. An edge is two varints, eastward and
/// northward step: zigzag, seven bits to a byte, lowest first, the high bit set on all but the last byte. A piece's last
/// vertex is the next one's first, or the ring's first vertex again; its box holds both ends. Outer rings run
/// clockwise, holes anticlockwise.
package struct GeometryArchive: Sendable {
  /// The layers in the order in which they are stored.
  package enum Layer: Int, Sendable {
    case land
    case lakes
    case borders
  }

  /// A piece's record, without its flag for rings; angles in 1e-5 degrees.
  package struct Piece: Sendable {
    /// Longitude of the first vertex.
    package var x: Int32
    /// Latitude of the first vertex.
    package var y: Int32
    /// The box's western edge, inclusive.
    package var west: Int32
    /// The box's southern edge, inclusive.
    package var south: Int32
    /// The box's eastern edge, inclusive.
    package var east: Int32
    /// The box's northern edge, inclusive.
    package var north: Int32
    /// Where the edges begin, in bytes from the file's start.
    package var edgeOffset: Int
    /// Number of edges, 1...128.
    package var edgeCount: Int
    /// Whether it begins a ring or line.
    package var isFirst: Bool
    /// Whether its edges are cuts through land, no shore.
    package var isCut: Bool

    /// Reads a record of 32 bytes; offsets of edges count from `edgesStart`.
    init(_ bytes: UnsafeRawBufferPointer, at offset: Int, edgesStart: Int) {
      func word(_ index: Int) -> Int32 {
        Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 4 * index, as: Int32.self))
      }
      (x, y) = (word(0), word(1))
      (west, south, east, north) = (word(2), word(3), word(4), word(5))
      edgeOffset = edgesStart + Int(UInt32(bitPattern: word(6)))
      let countAndFlags = UInt32(bitPattern: word(7))
      edgeCount = Int(countAndFlags & 0xFFFF)
      isFirst = countAndFlags >> 16 & 1 != 0
      isCut = countAndFlags >> 16 & 4 != 0
    }
  }

  // Computed, so that other modules see the numbers and not a place in memory.

  /// Units to the degree.
  @inlinable package static var unitsPerDegree: Double { 100_000 }
  /// Half the world's width in units of 1e-5 degrees.
  @inlinable package static var halfWorld: Int32 { 18_000_000 }
  /// The South Pole's latitude in units of 1e-5 degrees.
  @inlinable package static var southPole: Int32 { -9_000_000 }

  private static let headerLength = 16
  private static let recordLength = 32

  // Nothing ever writes to the bytes, which outlive the archive.
  @usableFromInline nonisolated(unsafe) let bytes: UnsafeRawBufferPointer
  private let firstPieces: [Int]
  private let edgesStart: Int

  /// Reads the header; the bytes must stay in place, come from the program itself and are trusted beyond it.
  package init(_ bytes: UnsafeRawBufferPointer) {
    precondition(bytes.count >= GeometryArchive.headerLength && bytes.starts(with: Array("WPG1".utf8)))
    self.bytes = bytes
    var firsts = [0]
    for layer in 0..<3 {
      let count = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4 + 4 * layer, as: UInt32.self))
      firsts.append(firsts[layer] + Int(count))
    }
    firstPieces = firsts
    edgesStart = GeometryArchive.headerLength + GeometryArchive.recordLength * firsts[3]
    precondition(edgesStart <= bytes.count)
  }

  /// Whether an edge lies along the antimeridian or the South Pole: a cut through land, no shore.
  @inlinable
  package static func isCut(_ fromX: Int32, _ fromY: Int32, _ toX: Int32, _ toY: Int32) -> Bool {
    fromX == toX && abs(fromX) == halfWorld || fromY == southPole && toY == southPole
  }

  /// The numbers of a layer's pieces.
  package func pieces(of layer: Layer) -> Range<Int> {
    firstPieces[layer.rawValue]..<firstPieces[layer.rawValue + 1]
  }

  /// The record of a piece by its number.
  package func piece(_ number: Int) -> Piece {
    Piece(
      bytes, at: GeometryArchive.headerLength + GeometryArchive.recordLength * number, edgesStart: edgesStart)
  }

  /// Calls `body` with the vertices of a piece after its first, the last included; angles in 1e-5 degrees.
  @inlinable @inline(__always)
  package func forEachFollowingVertex(of piece: Piece, _ body: (_ x: Int32, _ y: Int32, _ isLast: Bool) -> Void) {
    var cursor = piece.edgeOffset
    var (x, y) = (piece.x, piece.y)
    for edge in 0..<piece.edgeCount {
      x &+= step(at: &cursor)
      y &+= step(at: &cursor)
      body(x, y, edge == piece.edgeCount - 1)
    }
  }

  @inlinable @inline(__always)
  func step(at cursor: inout Int) -> Int32 {
    var value: UInt32 = 0
    var shift: UInt32 = 0
    while true {
      let byte = bytes[cursor]
      cursor &+= 1
      value |= UInt32(byte & 127) << shift
      if byte < 128 { break }
      shift &+= 7
    }
    return Int32(bitPattern: value >> 1) ^ -Int32(bitPattern: value & 1)
  }
}
