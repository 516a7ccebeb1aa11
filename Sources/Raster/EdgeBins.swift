/// A large region's edges, gathered first and then drawn in bands of rows, so that a band's cells stay in the cache.
struct EdgeBins: EdgeSink {
  let region: PixelRect
  private let right: Int
  private let bottom: Int
  /// Ends (x, y, x, y) in subpixels from the region's corner.
  private var edges: [SIMD4<Int32>] = []
  /// The few edges that reach too far away for 32 bits.
  private var farEdges: [SIMD4<Int>] = []
  private var binned: [SIMD4<Int32>] = []
  /// Where each band's edges begin in `binned`, and where the last one's end.
  private var starts: [Int] = []

  init(region: PixelRect) {
    self.region = region
    right = region.width << SubpixelPoint.bits
    bottom = region.height << SubpixelPoint.bits
  }

  @inline(__always) mutating func edge(_ from: SubpixelPoint, _ to: SubpixelPoint) {
    let bits = SubpixelPoint.bits
    let (y0, y1) = (from.y &- region.y << bits, to.y &- region.y << bits)
    var (x0, x1) = (from.x &- region.x << bits, to.x &- region.x << bits)
    if y0 == y1 || (y0 <= 0 && y1 <= 0) || (y0 >= bottom && y1 >= bottom) || (x0 >= right && x1 >= right) {
      return
    }
    if x0 <= 0 && x1 <= 0 {
      // Left of the region only the rows count.
      x0 = 0
      x1 = 0
    }
    let near = SIMD4(
      Int32(truncatingIfNeeded: x0), Int32(truncatingIfNeeded: y0), Int32(truncatingIfNeeded: x1),
      Int32(truncatingIfNeeded: y1))
    if Int(near.x) == x0 && Int(near.y) == y0 && Int(near.z) == x1 && Int(near.w) == y1 {
      edges.append(near)
    } else {
      farEdges.append(SIMD4(x0, y0, x1, y1))
    }
  }

  /// Sorts the edges into bands of `bandHeight` rows; one that crosses several is in each.
  mutating func sort(bandHeight: Int) {
    let bandCount = (region.height + bandHeight - 1) / bandHeight
    let height = Int32(truncatingIfNeeded: bandHeight)
    let bits = Int32(SubpixelPoint.bits)
    var counts = [Int](repeating: 0, count: bandCount + 1)
    @inline(__always) func bands(of edge: SIMD4<Int32>) -> (Int, Int) {
      let top = max(0, min(edge.y, edge.w)) &>> bits
      let end = (max(edge.y, edge.w) &- 1) &>> bits
      return (Int(top / height), min(Int(end / height), bandCount &- 1))
    }
    counts.withUnsafeMutableBufferPointer { counts in
      for edge in edges {
        let (first, last) = bands(of: edge)
        var band = first
        while band <= last {
          counts[band &+ 1] &+= 1
          band &+= 1
        }
      }
      for band in 0..<bandCount { counts[band + 1] += counts[band] }
    }
    starts = counts
    let total = counts[bandCount]
    binned = [SIMD4<Int32>](unsafeUninitializedCapacity: total) { binned, count in
      counts.withUnsafeMutableBufferPointer { next in
        for edge in edges {
          let (first, last) = bands(of: edge)
          var band = first
          while band <= last {
            binned[next[band]] = edge
            next[band] &+= 1
            band &+= 1
          }
        }
      }
      count = total
    }
    edges = []
  }

  /// Adds a band's edges to its cells, whose region is the band.
  func draw(band: Int, into cells: CoverageCells) {
    let x = region.x << SubpixelPoint.bits
    let y = region.y << SubpixelPoint.bits
    binned.withUnsafeBufferPointer { binned in
      for index in starts[band]..<starts[band + 1] {
        let edge = binned[index]
        cells.edge(
          SubpixelPoint(x: x &+ Int(edge.x), y: y &+ Int(edge.y)),
          SubpixelPoint(x: x &+ Int(edge.z), y: y &+ Int(edge.w)))
      }
    }
    for edge in farEdges {
      cells.edge(
        SubpixelPoint(x: x &+ edge.x, y: y &+ edge.y), SubpixelPoint(x: x &+ edge.z, y: y &+ edge.w))
    }
  }
}
