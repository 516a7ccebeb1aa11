import Geography
import Raster
import Tracks

/// Counts regions one after the other in a dense grid that is used again.
struct RegionCounter {
  /// The cells of the region counted last.
  private(set) var grid: DensityGrid

  private let tracks: TrackSet
  private let runs: RegionRuns
  private let rule: LegRule
  private var scratch: [Fix] = []

  init(_ tracks: TrackSet, runs: RegionRuns, measure: DensityMeasure, rule: LegRule) {
    self.tracks = tracks
    self.runs = runs
    self.rule = rule
    let world = Viewport(grid: runs.grid, x: 0, y: 0, width: runs.side, height: runs.side)
    grid = DensityGrid(
      width: runs.side, height: runs.side, measure: measure, worldWidth: TrackProjector.worldWidth(world),
      fractionBits: runs.grid.fractionBits)
  }

  /// Counts what reaches a region.
  mutating func count(_ region: RegionRuns.Region) throws(TracksError) {
    grid.clear()
    let side = runs.side
    var projector = TrackProjector(
      viewport: Viewport(grid: runs.grid, x: region.x * side, y: region.y * side, width: side, height: side), rule: rule
    )
    var before: (vessel: UInt32, track: UInt32)?
    for run in region.runs {
      let continuing: TrackContinuation =
        before?.vessel != run.vessel ? .nothing : before?.track == run.track ? .track : .vessel
      var track = run.track
      try tracks.withFixes(ofVessel: Int(run.vessel), in: Int(run.first)..<Int(run.last) + 1, scratch: &scratch) {
        projector.project($0) { points, legs in
          grid.addVessel(points: points, legs: legs, continuing: continuing)
          for leg in legs where leg < 0 { track += 1 }
        }
      }
      before = (run.vessel, track)
    }
  }
}
