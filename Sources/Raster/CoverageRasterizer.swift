import Platform

/// Turns paths into coverage: the exact area of each pixel that a path covers, in 255ths.
///
/// The coverage of a pixel is the same bits whatever clip or canvas is drawn, at any whole-pixel offset, and
/// for a path and its reverse. A value keeps its working memory (some 300 kB) for the next path: draw many paths with one.
package struct CoverageRasterizer: Sendable {
  /// Regions with more pixels are drawn in bands of rows, whose cells then stay in the second cache.
  private static let bandPixels = 1 << 14

  private var cells: [Int] = []
  private var marks: [UInt64] = []
  private var row: [UInt8] = []
  private var contour = StrokeContour()

  package init() {}

  /// Hands the coverage of a filled path inside `clip` to the sink, row by row.
  package mutating func fill<Sink: CoverageSink>(
    _ path: Path, rule: FillRule, clip: PixelRect, into sink: inout Sink
  ) {
    let region = clip.intersection(Self.region(of: path, reachInPixels: 0))
    draw(region, rule: rule, into: &sink) { cells in
      var edges = FillEdges(cells)
      ContourFlattener.walk(path, into: &edges)
    } gather: { bins in
      var edges = FillEdges(bins)
      ContourFlattener.walk(path, into: &edges)
      bins = edges.edges
    }
  }

  /// Hands the coverage of a stroked path inside `clip` to the sink, row by row.
  package mutating func stroke<Sink: CoverageSink>(
    _ path: Path, style: StrokeStyle, clip: PixelRect, into sink: inout Sink
  ) {
    let stroker = Stroker(style)
    if stroker.radius <= 0 { return }
    let whole = Self.region(of: path, reachInPixels: stroker.reachInPixels)
    let region = clip.intersection(whole)
    // Where nothing is cut off, no segment need be asked whether it is near.
    let near = region == whole ? nil : region
    var contour = StrokeContour()
    swap(&contour, &self.contour)
    draw(region, rule: .nonZero, into: &sink) { cells in
      stroker.stroke(path, near: near, contour: &contour, into: StrokeEdges(cells))
    } gather: { bins in
      bins = stroker.stroke(path, near: near, contour: &contour, into: StrokeEdges(bins)).edges
    }
    swap(&contour, &self.contour)
  }

  /// The coverage of a filled path as one byte a pixel of `rect`, row-major.
  package mutating func coverage(of path: Path, rule: FillRule = .nonZero, in rect: PixelRect) -> [UInt8] {
    var mask = CoverageMask(rect: rect)
    fill(path, rule: rule, clip: rect, into: &mask)
    return mask.bytes
  }

  /// The coverage of a stroked path as one byte a pixel of `rect`, row-major.
  package mutating func coverage(ofStroke path: Path, style: StrokeStyle, in rect: PixelRect) -> [UInt8] {
    var mask = CoverageMask(rect: rect)
    stroke(path, style: style, clip: rect, into: &mask)
    return mask.bytes
  }

  /// Sweeps a region whose edges come in one go, straight into the cells or into bins first.
  private mutating func draw<Sink: CoverageSink>(
    _ region: PixelRect, rule: FillRule, into sink: inout Sink, add: (CoverageCells) -> Void,
    gather: (inout EdgeBins) -> Void
  ) {
    if region.isEmpty { return }
    let bandHeight = min(region.height, max(1, Self.bandPixels / region.width))
    if bandHeight == region.height {
      sweep(region, rule: rule, into: &sink, add: add)
      return
    }
    var bins = EdgeBins(region: region)
    gather(&bins)
    bins.sort(bandHeight: bandHeight)
    for (band, top) in stride(from: region.y, to: region.maxY, by: bandHeight).enumerated() {
      let rows = PixelRect(
        x: region.x, y: top, width: region.width, height: min(bandHeight, region.maxY - top))
      sweep(rows, rule: rule, into: &sink) { bins.draw(band: band, into: $0) }
    }
  }

  private mutating func sweep<Sink: CoverageSink>(
    _ region: PixelRect, rule: FillRule, into sink: inout Sink, add: (CoverageCells) -> Void
  ) {
    let stride = CoverageCells.stride(width: region.width)
    reserve(
      cellCount: stride * region.height,
      markCount: CoverageCells.markStride(width: region.width) * region.height,
      rowCount: stride)
    cells.withUnsafeMutableBufferPointer { cellBuffer in
      marks.withUnsafeMutableBufferPointer { markBuffer in
        row.withUnsafeMutableBufferPointer { rowBuffer in
          guard let cells = cellBuffer.baseAddress, let marks = markBuffer.baseAddress,
            let row = rowBuffer.baseAddress
          else { return }
          let area = CoverageCells(cells: cells, marks: marks, row: row, region: region)
          add(area)
          switch rule {
          case .nonZero: area.sweep(NonZeroWinding.self, into: &sink)
          case .evenOdd: area.sweep(EvenOddWinding.self, into: &sink)
          }
        }
      }
    }
  }

  private mutating func reserve(cellCount: Int, markCount: Int, rowCount: Int) {
    if cells.count < cellCount { cells = [Int](repeating: 0, count: cellCount) }
    if marks.count < markCount { marks = [UInt64](repeating: 0, count: markCount) }
    if row.count < rowCount { row = [UInt8](repeating: 0, count: rowCount) }
  }

  /// The pixels that a path may touch when it reaches so far around its points.
  private static func region(of path: Path, reachInPixels: Double) -> PixelRect {
    guard let bounds = path.bounds else { return PixelRect(x: 0, y: 0, width: 0, height: 0) }
    // One subpixel more, as quantising may move a point outward.
    let reach = reachInPixels + 1 / Double(SubpixelPoint.one)
    func pixel(_ coordinate: Double) -> Int {
      let limit = SubpixelPoint.limitInPixels * 2
      return Int(floor(min(max(coordinate, -limit), limit)))
    }
    let left = pixel(min(bounds.min.x, SubpixelPoint.limitInPixels) - reach)
    let top = pixel(min(bounds.min.y, SubpixelPoint.limitInPixels) - reach)
    return PixelRect(
      x: left, y: top, width: pixel(max(bounds.max.x, -SubpixelPoint.limitInPixels) + reach) + 1 - left,
      height: pixel(max(bounds.max.y, -SubpixelPoint.limitInPixels) + reach) + 1 - top)
  }
}
