/// To which track a row belongs that has no MMSI.
package enum RecordTrack: Hashable, Sendable {
  /// The track of a name; the same name is the same track in all inputs.
  case named(String)
  /// The nth nameless track of its file, from 1.
  case numbered(Int)
}
