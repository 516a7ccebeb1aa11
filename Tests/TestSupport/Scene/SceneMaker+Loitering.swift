import Platform

extension SceneMaker {
  /// Makes the loitering at work, or what is none.
  mutating func makeLoitering() {
    var still = meeting(minutes: 6 * 60...20 * 60)
    still.distance = 0
    still.drift = number(0.2...0.8)
    switch situation {
    case .loiteringTooShort: still.duration = 3 * Self.hour
    case .loiteringTooFast:
      still.drift = 3
      still.duration = 10 * Self.hour
    default: break
    }
    let reporting = usualReporting()
    let mmsi = add(motion(of: 0, in: still), type: 70, reporting: reporting)
    state([mmsi], from: still.start, to: still.end, interval: reporting.interval)
  }
}
