import Platform

/// An installed coastline: land as rings in pieces and small rings in groups, each with its box.
///
/// Nothing in the file is trusted: what is read from it lies on the earth, and no count or offset leads out of the file.
package final class CoastlineArchive: Sendable {
  /// What the file says of itself.
  package let facts: CoastlineFacts
  /// Numbers of the rings that are laid down in pieces.
  package let rings: Range<Int>
  /// Numbers of the groups of small rings.
  package let groups: Range<Int>

  private let file: MappedFile
  private let pieceCount: Int
  private let ringsStart: Int
  private let piecesStart: Int
  private let groupsStart: Int
  private let edgesStart: Int
  /// The edges alone.
  @usableFromInline nonisolated(unsafe) let edges: UnsafeRawBufferPointer

  /// The whole file; valid as long as the archive lives.
  package var bytes: UnsafeRawBufferPointer { file.bytes }

  /// A ring that is laid down in pieces.
  package struct Ring: Sendable {
    /// The box about it.
    package let box: AngleBox
    /// Numbers of its pieces.
    package let pieces: Range<Int>
  }

  /// Takes a file's bytes after a look at all but the edges, of which only the sum is checked.
  package init(_ file: MappedFile) throws(CoastlineArchiveError) {
    let bytes = file.bytes
    guard bytes.count >= 4, bytes.starts(with: CoastlineFormat.magic) else { throw .notACoastline }
    guard bytes.count >= CoastlineFormat.headerLength + CoastlineFormat.checksumLength else { throw .damaged }
    func count(_ offset: Int) -> Int {
      Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
    }
    func long(_ offset: Int) -> UInt64 {
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    let edgeBytes = long(32)
    guard edgeBytes <= UInt64(bytes.count) else { throw .damaged }
    self.file = file
    pieceCount = count(12)
    ringsStart = CoastlineFormat.headerLength + count(4)
    piecesStart = ringsStart + CoastlineFormat.ringLength * count(8)
    groupsStart = piecesStart + CoastlineFormat.recordLength * pieceCount
    edgesStart = groupsStart + CoastlineFormat.recordLength * count(16)
    rings = 0..<count(8)
    groups = 0..<count(16)
    let end = edgesStart + Int(edgeBytes)
    guard end + CoastlineFormat.checksumLength == bytes.count else { throw .damaged }
    guard CoastlineArchive.checksum(of: UnsafeRawBufferPointer(rebasing: bytes[..<end])) == long(end),
      let facts = CoastlineFacts(
        words: UnsafeRawBufferPointer(rebasing: bytes[CoastlineFormat.headerLength..<ringsStart]), polygons: count(20),
        vertices: Int(truncatingIfNeeded: min(long(24), UInt64(Int.max))))
    else { throw .damaged }
    self.facts = facts
    edges = UnsafeRawBufferPointer(rebasing: bytes[edgesStart..<end])
    guard isSound else { throw .damaged }
  }

  /// The sum that stands behind bytes which make up a file.
  package static func checksum(of bytes: UnsafeRawBufferPointer) -> UInt64 {
    var checksum = Checksum()
    checksum.update(bytes)
    return checksum.value
  }

  /// Whether every record lies on the earth and points into the file.
  private var isSound: Bool {
    rings.allSatisfy { number in
      let ring = ring(number)
      return ring.box.isSound && ring.pieces.upperBound <= pieceCount
    }
      && (0..<pieceCount).allSatisfy { isSound(piece($0)) }
      && groups.allSatisfy { isSound(group($0)) }
  }

  private func isSound(_ piece: GeometryArchive.Piece) -> Bool {
    let first = AngleBox(SIMD2(piece.x, piece.y))
    return first.isSound && piece.edgeCount > 0 && piece.edgeOffset <= edges.count
      && AngleBox(west: piece.west, south: piece.south, east: piece.east, north: piece.north).isSound
  }

  /// The record of a ring.
  package func ring(_ number: Int) -> Ring {
    let at = ringsStart + CoastlineFormat.ringLength * number
    func word(_ index: Int) -> Int32 {
      Int32(littleEndian: file.bytes.loadUnaligned(fromByteOffset: at + 4 * index, as: Int32.self))
    }
    let first = Int(UInt32(bitPattern: word(4)))
    return Ring(
      box: AngleBox(west: word(0), south: word(1), east: word(2), north: word(3)),
      pieces: first..<first + Int(UInt32(bitPattern: word(5))))
  }

  /// The record of a piece; its offset counts from the beginning of the edges.
  package func piece(_ number: Int) -> GeometryArchive.Piece {
    record(piecesStart + CoastlineFormat.recordLength * number)
  }

  /// The record of a group: `edgeCount` is the number of its rings, its offset counts from the beginning of the edges.
  package func group(_ number: Int) -> GeometryArchive.Piece {
    record(groupsStart + CoastlineFormat.recordLength * number)
  }

  private func record(_ offset: Int) -> GeometryArchive.Piece {
    GeometryArchive.Piece(file.bytes, at: offset, edgesStart: 0)
  }

  /// Calls `body` with the rings of a group, which holds their vertices, the first one not repeated.
  @inlinable @inline(__always)
  package func forEachRing(of group: GeometryArchive.Piece, _ body: (_ ring: UnsafeBufferPointer<SIMD2<Int32>>) -> Void)
  {
    withUnsafeTemporaryAllocation(of: SIMD2<Int32>.self, capacity: CoastlineArchive.mostRingVertices) { vertices in
      var cursor = group.edgeOffset
      var first = SIMD2(group.x, group.y)
      for _ in 0..<group.edgeCount {
        guard let count = Varint.read(edges, at: &cursor), count <= CoastlineArchive.mostRingVertices,
          count > 0, let start = step(from: first, at: &cursor)
        else { return }
        first = start
        var place = start
        vertices[0] = place
        for index in 1..<Int(count) {
          guard let next = step(from: place, at: &cursor) else { return }
          place = next
          vertices[index] = place
        }
        body(UnsafeBufferPointer(rebasing: vertices[..<Int(count)]))
      }
    }
  }

  /// Most vertices of a ring in a group.
  @usableFromInline static var mostRingVertices: Int { 128 }

  /// The vertex that the next two varints lead to, held on the earth; nil where the edges end first.
  @inlinable @inline(__always)
  func step(from place: SIMD2<Int32>, at cursor: inout Int) -> SIMD2<Int32>? {
    guard let x = Varint.readSigned(edges, at: &cursor), let y = Varint.readSigned(edges, at: &cursor) else {
      return nil
    }
    let next = place &+ SIMD2(x, y)
    let (halfWorld, southPole) = (GeometryArchive.halfWorld, GeometryArchive.southPole)
    return SIMD2(min(max(next.x, -halfWorld), halfWorld), min(max(next.y, southPole), -southPole))
  }
}

extension CoastlineArchive: PieceSource {
  /// Calls `body` with the vertices of a piece after its first, the last included; angles in 1e-5 degrees.
  @inlinable @inline(__always)
  package func forEachFollowingVertex(
    of piece: GeometryArchive.Piece, _ body: (_ x: Int32, _ y: Int32, _ isLast: Bool) -> Void
  ) {
    var cursor = piece.edgeOffset
    var place = SIMD2(piece.x, piece.y)
    for edge in 0..<piece.edgeCount {
      guard let next = step(from: place, at: &cursor) else { return }
      place = next
      body(place.x, place.y, edge == piece.edgeCount - 1)
    }
  }
}
