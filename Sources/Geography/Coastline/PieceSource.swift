/// What holds the edges of pieces.
package protocol PieceSource {
  /// Calls `body` with the vertices of a piece after its first, the last included; angles in 1e-5 degrees.
  func forEachFollowingVertex(
    of piece: GeometryArchive.Piece, _ body: (_ x: Int32, _ y: Int32, _ isLast: Bool) -> Void)
}

extension GeometryArchive: PieceSource {}
