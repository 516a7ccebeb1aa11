/// Something that was said of a vessel at an instant.
struct IdentityReport {
  let time: Int64
  /// Whether it was said for some time and is said here for the last.
  let isLast: Bool
  let saying: VesselSaying

  /// Whether a report comes before another; at one instant what ends comes before what begins.
  static func precedes(_ a: IdentityReport, _ b: IdentityReport) -> Bool {
    if a.time != b.time { return a.time < b.time }
    if a.isLast != b.isLast { return a.isLast }
    return VesselSaying.precedes(a.saying, b.saying)
  }
}
