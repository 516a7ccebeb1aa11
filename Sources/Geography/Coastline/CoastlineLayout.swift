/// Where everything stands in a coastline file; made from a builder's rings.
///
/// Rings of more than `pieceEdges` edges, and those with cuts, are laid down in pieces, each with its box. The others,
/// islands mostly, are laid down in groups of neighbours.
struct CoastlineLayout: Sendable {
  /// A ring in pieces.
  struct Ring: Sendable {
    var box: AngleBox
    var pieces: Range<Int>
  }

  /// A piece: edges of one ring that are all coast or all cuts.
  struct Piece: Sendable {
    var ring: Int
    var first: SIMD2<Int32>
    var box: AngleBox
    var edgeCount = 0
    /// Its steps, in bytes from the ring's.
    var bytes: Range<Int>
    var isFirst: Bool
    var isCut: Bool
  }

  /// Small rings side by side.
  struct Group: Sendable {
    /// Numbers of the builder's rings.
    var rings: [Int]
    var box: AngleBox
  }

  /// Most edges to a piece.
  static let pieceEdges = 128
  private static let groupRings = 64
  private static let groupEdges = 1024

  private(set) var rings: [Ring] = []
  private(set) var pieces: [Piece] = []
  private(set) var groups: [Group] = []

  init(_ land: CoastlineBuilder) {
    let cuts = CutFinder(land.straightEdges).cuts()
    var nextCut = 0
    var small: [Int] = []
    for (number, ring) in land.rings.enumerated() {
      let firstCut = nextCut
      while nextCut < cuts.count, cuts[nextCut].ring == number { nextCut += 1 }
      if firstCut == nextCut, ring.edgeCount <= CoastlineLayout.pieceEdges {
        small.append(number)
      } else {
        addPieces(number, ring, land.steps, cuts: cuts[firstCut..<nextCut].map(\.edge))
      }
    }
    addGroups(small, land.rings)
  }

  private mutating func addPieces(_ number: Int, _ ring: StoredRing, _ steps: StepStore, cuts: [Int]) {
    let firstPiece = pieces.count
    var nextCut = 0
    var place = ring.first
    var piece: Piece?
    steps.bytes(ring.steps, 0..<ring.length).withUnsafeBytes { bytes in
      var cursor = 0
      for edge in 0..<ring.edgeCount {
        let isCut = nextCut < cuts.count && cuts[nextCut] == edge
        if isCut { nextCut += 1 }
        if let ended = piece, ended.isCut != isCut || ended.edgeCount == CoastlineLayout.pieceEdges {
          pieces.append(ended)
          piece = nil
        }
        var current =
          piece
          ?? Piece(
            ring: number, first: place, box: AngleBox(place), bytes: cursor..<cursor, isFirst: edge == 0, isCut: isCut)
        guard let x = Varint.readSigned(bytes, at: &cursor), let y = Varint.readSigned(bytes, at: &cursor) else {
          break
        }
        place = place &+ SIMD2(x, y)
        current.box.formUnion(place)
        current.edgeCount += 1
        current.bytes = current.bytes.lowerBound..<cursor
        piece = current
      }
    }
    if let piece { pieces.append(piece) }
    rings.append(Ring(box: ring.box, pieces: firstPiece..<pieces.count))
  }

  /// Sorts small rings along a curve that keeps neighbours together, and takes them as they come.
  private mutating func addGroups(_ small: [Int], _ rings: [StoredRing]) {
    let keyed = small.map { (key: CoastlineLayout.curve(rings[$0].box), ring: $0) }
      .sorted { ($0.key, $0.ring) < ($1.key, $1.ring) }
    var group: Group?
    var edges = 0
    var cell: UInt32 = 0
    for (key, number) in keyed {
      let ring = rings[number]
      // A cell of 1.4 degrees: no group reaches over an ocean.
      if let full = group,
        full.rings.count == CoastlineLayout.groupRings || key >> 16 != cell
          || edges + ring.edgeCount > CoastlineLayout.groupEdges
      {
        groups.append(full)
        group = nil
      }
      if group == nil {
        group = Group(rings: [], box: ring.box)
        (edges, cell) = (0, key >> 16)
      }
      group?.rings.append(number)
      group?.box.formUnion(ring.box)
      edges += ring.edgeCount
    }
    if let group { groups.append(group) }
  }

  /// The place of a box's middle on the curve of Morton (1966), cells of 0.0055 degrees.
  private static func curve(_ box: AngleBox) -> UInt32 {
    func cell(_ low: Int32, _ high: Int32) -> UInt32 {
      UInt32(
        (Int(low) + Int(high) + 2 * Int(GeometryArchive.halfWorld)) * 65_535 / (4 * Int(GeometryArchive.halfWorld)))
    }
    func spread(_ value: UInt32) -> UInt32 {
      var bits = value
      bits = (bits | bits << 8) & 0x00FF_00FF
      bits = (bits | bits << 4) & 0x0F0F_0F0F
      bits = (bits | bits << 2) & 0x3333_3333
      return (bits | bits << 1) & 0x5555_5555
    }
    return spread(cell(box.west, box.east)) | spread(cell(box.south, box.north)) << 1
  }
}
