/// Makes of one vessel's sorted fixes the tracks that count.
enum TrackSettling {
  /// Separates the ships where a reach says how far one can have come, and keeps one fix for each instant of a track.
  ///
  /// Returns where the tracks lie in the fixes, one behind the other, by their first fix.
  static func settle(
    _ fixes: inout [Fix], rows: inout [UInt64], of vessel: UInt32, reach: Reach?, rejected: inout LateRejects
  ) -> [Range<Int>] {
    // Nearly all vessels are one ship whose every leg can be sailed.
    guard let reach, !fixes.withUnsafeBufferPointer(reach.allowsEach) else {
      keepInstants(&fixes, rows: &rows, of: vessel, rejected: &rejected)
      return [0..<fixes.count]
    }
    let count = fixes.count
    FixOrder.dropRepeats(&fixes, rows: &rows) { rejected.name($0, vessel, $1, .duplicate) }
    rejected.count(duplicates: count - fixes.count)
    let outcome = fixes.withUnsafeBufferPointer { VesselSeparation.separate($0, reach: reach) }
    rejected.count(strays: outcome.strays.count)
    if !rows.isEmpty {
      for stray in outcome.strays { rejected.name(rows[stray], vessel, fixes[stray], .teleport) }
    }
    var (allFixes, allRows): ([Fix], [UInt64]) = ([], [])
    let tracks = outcome.tracks.map { track in
      let start = allFixes.count
      var ownFixes = track.map { fixes[$0] }
      var ownRows = rows.isEmpty ? [] : track.map { rows[$0] }
      keepInstants(&ownFixes, rows: &ownRows, of: vessel, rejected: &rejected)
      allFixes += ownFixes
      allRows += ownRows
      return start..<allFixes.count
    }
    (fixes, rows) = (allFixes, allRows)
    return tracks
  }

  private static func keepInstants(
    _ fixes: inout [Fix], rows: inout [UInt64], of vessel: UInt32, rejected: inout LateRejects
  ) {
    let count = fixes.count
    FixOrder.settle(&fixes, rows: &rows) { rejected.name($0, vessel, $1, .duplicate) }
    rejected.count(duplicates: count - fixes.count)
  }
}
