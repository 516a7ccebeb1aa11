/// What a vessel said of itself at an instant.
struct TimedSaying: Sendable {
  let vessel: UInt32
  let milliseconds: Int64
  let saying: VesselSaying
}
