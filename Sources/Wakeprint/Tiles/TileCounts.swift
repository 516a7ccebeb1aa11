/// How many tiles a pyramid has.
public struct TileCounts: Sendable, Equatable {
  /// Tiles written, by zoom from the lowest.
  public internal(set) var byZoom: [(zoom: Int, written: Int)] = []
  /// Tiles within the box, or within the data's extent, that hold nothing and are not written.
  public internal(set) var empty = 0
  /// Tiles written.
  public var written: Int { byZoom.reduce(0) { $0 + $1.written } }

  /// Lowest and deepest zoom with tiles; nil without any.
  var zooms: ClosedRange<Int>? {
    let filled = byZoom.filter { $0.written > 0 }
    guard let first = filled.first, let last = filled.last else { return nil }
    return first.zoom...last.zoom
  }

  /// Whether two counts agree.
  public static func == (a: TileCounts, b: TileCounts) -> Bool {
    a.empty == b.empty && a.byZoom.elementsEqual(b.byZoom, by: ==)
  }
}
