import Behaviour
import Geography
import Tracks

/// What a key says of an event, in lines.
struct EventEntry: Sendable, Equatable {
  /// A line and how loud it is.
  struct Line: Sendable, Equatable {
    enum Weight: Sendable { case heading, plain, watched }
    var text: String
    var weight: Weight
  }

  /// From top to bottom.
  let lines: [Line]

  /// More vessels than these are counted, not named.
  private static let mostVessels = 4

  /// The lines of an event.
  init(_ event: Event) {
    var lines = [Line(text: Self.heading(event), weight: .heading), Line(text: Self.time(event), weight: .plain)]
    lines += Self.vessels(event)
    lines.append(Line(text: Self.position(event.place), weight: .plain))
    let findings = Self.findings(event)
    if !findings.isEmpty { lines.append(Line(text: findings, weight: .plain)) }
    self.lines = lines
  }

  private init(lines: [Line]) { self.lines = lines }

  /// The lines of an event as it was known at an instant in milliseconds since 1970, not before its start.
  ///
  /// While it goes on neither its end nor anything that was found from the whole of it is told.
  init(_ event: Event, at instant: Int64) {
    guard instant < event.end else {
      self.init(event)
      return
    }
    let elapsed = Self.elapsed(event, at: instant)
    let heading = elapsed == 0 ? event.kind.title : "\(event.kind.title), \(DateText.length(elapsed)) so far"
    let start = DateText.instant(event.start)
    let since = Self.isSameDay(event, instant) ? DateText.clock(event.start) : start
    var lines = [Line(text: heading, weight: .heading), Line(text: "since \(since) UTC", weight: .plain)]
    lines += Self.vessels(event)
    // Where ships can have met follows from where they were seen again.
    if event.kind != .darkRendezvous { lines.append(Line(text: Self.position(event.place), weight: .plain)) }
    self.init(lines: lines)
  }

  /// How long an event has gone on in milliseconds, cut to what is told of it: whole minutes, from two days on whole hours.
  static func elapsed(_ event: Event, at instant: Int64) -> Int64 {
    let elapsed = max(instant - event.start, 0)
    let unit: Int64 = elapsed < 48 * 3_600_000 ? 60_000 : 3_600_000
    return elapsed / unit * unit
  }

  /// Whether an instant is of the day in UTC on which an event began.
  static func isSameDay(_ event: Event, _ instant: Int64) -> Bool {
    event.start.quotientAndRemainderFloored(by: 86_400_000).0 == instant.quotientAndRemainderFloored(by: 86_400_000).0
  }

  private static func vessels(_ event: Event) -> [Line] {
    var lines: [Line] = []
    for vessel in event.vessels.prefix(Self.mostVessels) {
      lines.append(
        Line(
          text: (vessel.isWatchlisted ? "◊ " : "") + vessel.caption, weight: vessel.isWatchlisted ? .watched : .plain))
    }
    if event.vessels.count > Self.mostVessels {
      lines.append(Line(text: "and \(event.vessels.count - Self.mostVessels) more vessels", weight: .plain))
    }
    return lines
  }

  private static func heading(_ event: Event) -> String {
    let kind = event.kind.title
    guard event.end > event.start else { return kind }
    let open = event.findings.isOpen ? "at least " : ""
    return "\(kind), \(open)\(DateText.length(event.end - event.start))"
  }

  private static func time(_ event: Event) -> String {
    if event.kind == .identityChange || event.end <= event.start {
      return DateText.instant(event.start) + " UTC"
    }
    return (event.kind == .darkRendezvous ? "between " : "") + DateText.span(event.start...event.end)
  }

  private static func findings(_ event: Event) -> String {
    let findings = event.findings
    var facts: [String] = []
    if let metres = findings.medianDistanceInMetres { facts.append("median \(Int(metres.rounded())) m apart") }
    if let metres = findings.minimumDistanceInMetres { facts.append("least \(Int(metres.rounded())) m") }
    if let metres = findings.distanceInMetres {
      facts.append("\(DistanceText.nautical(metres)) from last to next sight")
    }
    if event.kind == .identityChange, let before = findings.before, let after = findings.after {
      facts.append(
        "\(findings.changedField?.split(separator: "_").joined(separator: " ") ?? "identity"): \(before) to \(after)")
    }
    if event.kind == .darkRendezvous, let hours = findings.longestStayInHours {
      facts.append("together for at most \(DateText.length(Int64((hours * 3_600_000).rounded())))")
    }
    if let confidence = findings.confidence { facts.append("confidence \(DistanceText.hundredths(confidence))") }
    return facts.joined(separator: ", ")
  }

  /// "31°42.3′N 124°48.0′E".
  static func position(_ place: Coordinate) -> String {
    func text(_ degrees: Double, _ axis: DegreeText.Axis) -> String {
      DegreeText.label(tenthsOfMinute: Int((degrees * 600).rounded()), axis: axis, isFull: true)
    }
    return text(place.latitude, .latitude) + " " + text(place.longitude, .longitude)
  }
}

extension EventVessel {
  /// "JI SONG 6 (Panama, IMO 8898740)"; without a name the MMSI stands for it.
  package var caption: String {
    var facts: [String] = []
    if let flag { facts.append(flag.name) }
    if let imo { facts.append("IMO \(imo)") }
    let number = mmsi.map { "MMSI \($0)" }
    if !name.isEmpty, imo == nil, let number { facts.append(number) }
    let called = name.isEmpty ? number ?? "unknown vessel" : name
    return facts.isEmpty ? called : "\(called) (\(facts.joined(separator: ", ")))"
  }
}

extension EventKind {
  /// What a key calls it.
  var title: String {
    switch self {
    case .encounter: "Encounter"
    case .loitering: "Loitering"
    case .gap: "Not observed"
    case .darkRendezvous: "Possible rendezvous, not observed"
    case .identityChange: "Change of identity"
    }
  }

  /// Which kinds a reader should be told of first, from 0.
  var significance: Int {
    switch self {
    case .encounter: 0
    case .darkRendezvous: 1
    case .loitering: 2
    case .identityChange: 3
    case .gap: 4
    }
  }
}
