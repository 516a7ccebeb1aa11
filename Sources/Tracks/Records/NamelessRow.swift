/// A row without an MMSI that says a position: its vessel's number is given out in the order of the input.
struct NamelessRow: Sendable {
  /// The track that it belongs to; one without a name by its number among those of all inputs.
  let track: RecordTrack
  let fix: Fix
  let type: VesselType
  /// What it says of its vessel; nil where nobody asks, or nothing.
  let saying: VesselSaying?
  /// Its line, from 0 at the chunk's first.
  let line: Int
}
