/// The track of a row that has no MMSI.
package enum RecordTrack: Hashable, Sendable {
  /// A track with a name of its own: that of a GPX track, or of a feature or its vessel.
  case named(String)
  /// The nth track without a name in its file, from 1.
  case numbered(Int)
}
