import Geography
import Platform
import Raster
import Synchronization
import Tracks

/// Which pieces of which tracks reach each square region of a grid's pixels.
struct RegionRuns: Sendable {
  /// Consecutive fixes of a vessel of which some leg or fix lies in the region.
  struct Run: Sendable {
    /// The vessel's number in the set of tracks.
    let vessel: UInt32
    /// The first fix.
    let first: UInt32
    /// How many unobserved legs the vessel has before the first fix.
    let track: UInt32
    /// The last fix, included.
    var last: UInt32
  }

  /// A square of pixels and what reaches it.
  struct Region: Sendable {
    /// Column from the antimeridian, in regions.
    let x: Int
    /// Row from the north, in regions.
    let y: Int
    /// Runs, those of a vessel together and in the order of time.
    var runs: [Run]
    /// How many fixes the runs have.
    var fixCount: Int { runs.reduce(0) { $0 + Int($1.last - $1.first) + 1 } }
  }

  /// The grid whose pixels these are.
  let grid: PixelGrid
  /// Columns and rows of a region, a power of two.
  let side: Int
  /// The regions that anything reaches, those with most fixes first, so that workers end together.
  let regions: [Region]

  /// The runs of all tracks; `isWanted` says for which regions they are kept.
  ///
  /// The grid is a tile pyramid's, so that the world is a whole number of regions wide.
  init(
    _ tracks: TrackSet, grid: PixelGrid, side: Int, rule: LegRule, threads: Int,
    isWanted: (_ x: Int, _ y: Int) -> Bool
  ) throws(TracksError) {
    self.grid = grid
    self.side = side
    let across = Int(grid.worldWidthInPixels) / side
    let bits = grid.fractionBits + Int64(side.trailingZeroBitCount)
    let all = Mutex<[Int: [Run]]>([:])
    try concurrently(threads, claiming: tracks.vesselCount, stride: 16) { claim throws(TracksError) in
      var collector = Collector(across: across, bits: bits)
      var scratch: [Fix] = []
      var projector = TrackProjector(viewport: Viewport(grid: grid, x: 0, y: 0, width: 1, height: 1), rule: rule)
      while let range = claim() {
        for vessel in range {
          try tracks.withFixes(ofVessel: vessel, scratch: &scratch) { fixes in
            projector.project(fixes) { collector.add(UInt32(vessel), points: $0, legs: $1) }
          }
        }
      }
      all.withLock { all in
        for (key, runs) in collector.runs { all[key, default: []] += runs }
      }
    }
    regions = all.withLock { all in
      all.compactMap { key, runs in
        let (x, y) = (key % across, key / across)
        return isWanted(x, y) ? Region(x: x, y: y, runs: runs) : nil
      }.map { (region: $0, fixes: $0.fixCount) }
        .sorted { ($1.fixes, $0.region.y, $0.region.x) < ($0.fixes, $1.region.y, $1.region.x) }.map(\.region)
    }
  }

  /// Gathers runs vessel by vessel.
  private struct Collector {
    let across: Int
    let bits: Int64
    /// By row x across + column.
    private(set) var runs: [Int: [Run]] = [:]

    init(across: Int, bits: Int64) {
      self.across = across
      self.bits = bits
    }

    mutating func add(
      _ vessel: UInt32, points: UnsafeBufferPointer<PixelPoint>, legs: UnsafeBufferPointer<Int64>
    ) {
      var track: UInt32 = 0
      var (x, y) = (points[0].x >> bits, points[0].y >> bits)
      extend(x, y, vessel, 0, 0, track)
      // While the track stays in a region nothing is looked up.
      var since = 0
      for index in 1..<points.count {
        let isObserved = legs[index &- 1] >= 0
        let (nextX, nextY) = (points[index].x >> bits, points[index].y >> bits)
        if nextX == x, nextY == y {
          if !isObserved { track &+= 1 }
          continue
        }
        if since < index &- 1 { extend(x, y, vessel, since, index &- 1, track) }
        if isObserved {
          SegmentSquares.forEach(from: points[index &- 1], to: points[index], bits: bits) { x, y in
            extend(x, y, vessel, index - 1, index, track)
          }
        } else {
          track &+= 1
          extend(nextX, nextY, vessel, index, index, track)
        }
        (x, y, since) = (nextX, nextY, index)
      }
      if since < points.count - 1 { extend(x, y, vessel, since, points.count - 1, track) }
    }

    private mutating func extend(
      _ x: Int64, _ y: Int64, _ vessel: UInt32, _ first: Int, _ last: Int, _ track: UInt32
    ) {
      guard y >= 0, y < Int64(across) else { return }
      let key = Int(y) * across + Int(x) & (across - 1)
      runs[key, default: []].withLastRun(of: vessel, from: first, to: last, track: track)
    }
  }
}

extension [RegionRuns.Run] {
  /// Lengthens the last run where it is the same vessel's and reaches to `first`; else begins another.
  fileprivate mutating func withLastRun(of vessel: UInt32, from first: Int, to last: Int, track: UInt32) {
    if let run = self.last, run.vessel == vessel, Int(run.last) >= first {
      self[count - 1].last = Swift.max(run.last, UInt32(last))
    } else {
      append(RegionRuns.Run(vessel: vessel, first: UInt32(first), track: track, last: UInt32(last)))
    }
  }
}
