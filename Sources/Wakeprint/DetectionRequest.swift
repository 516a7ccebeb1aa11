import Behaviour
import Tracks

/// By which numbers events are to be found in what was read, and which.
public struct DetectionRequest: Sendable {
  /// The numbers; their rule for legs is that of the input.
  public var rules: DetectionRules
  /// The kinds of events, by their names; nil for all.
  public var kinds: Set<String>?
  /// Further ports and anchorages, CSV; nil for none.
  public var ports: String?

  /// A request; of all kinds by Global Fishing Watch's numbers unless told otherwise.
  public init(rules: DetectionRules = DetectionRules(), kinds: Set<String>? = nil, ports: String? = nil) {
    self.rules = rules
    self.kinds = kinds
    self.ports = ports
  }

  /// The events of tracks. Throws where tracks cannot be read back from disk.
  func events(
    in read: ReadResult, legs: LegRule, places: KnownPlaces, watchlist: Watchlist?, threads: Int
  ) throws(WakeprintError) -> Detection {
    var rules = rules
    rules.legs = legs
    let wanted = Set(EventKind.allCases.filter { kinds?.contains($0.rawValue) ?? true })
    let search = EventSearch(
      rules: rules, surroundings: places.surroundings, watchlist: watchlist, kinds: wanted, threads: threads)
    do throws(TracksError) {
      var detection = try search.events(in: read.tracks, end: read.survey.time?.upperBound ?? 0)
      detection.events.removeAll { !wanted.contains($0.kind) }
      return detection
    } catch {
      throw WakeprintError(error)
    }
  }
}
