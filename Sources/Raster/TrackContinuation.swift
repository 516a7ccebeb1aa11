/// What a piece of a track goes on with, of what was added to a `DensityGrid` just before.
package enum TrackContinuation: Sendable {
  /// It begins another vessel.
  case nothing
  /// It is another track of the same vessel.
  case vessel
  /// It is a later piece of the same track.
  case track
}
