import Cartography
import Geography
import Tracks

extension FirstLook {
  /// How many flags have their own count; the others are added up.
  private static let mostFlags = 10
  /// How many of anything doubtful are named.
  private static let mostNamed = 4

  /// Who the vessels are, a few lines.
  func fleetLines(_ style: TextStyle) -> [String] {
    var who = [counted(fleet.vessels, "vessel")]
    who.append("\(DateText.grouped(fleet.named)) say a name")
    who.append("\(DateText.grouped(fleet.withIMO)) a valid IMO number")
    var lines = style.wrapped("vessels", who, separator: ", ")
    var flags = fleet.flags.prefix(Self.mostFlags).map { ($0.flag?.name ?? "no flag", $0.vessels) }
    let others = fleet.flags.dropFirst(Self.mostFlags)
    if !others.isEmpty { flags.append(("\(others.count) others", others.reduce(0) { $0 + $1.vessels })) }
    lines += style.wrapped("flags", flags.map { "\($0.0) \(DateText.grouped($0.1))" }, separator: " · ")
    let types = VesselType.allCases.filter { fleet.count($0) > 0 }
      .sorted { (fleet.count($1), $0.rawValue) < (fleet.count($0), $1.rawValue) }
    lines += style.wrapped(
      "types", types.map { "\($0.name) \(DateText.grouped(fleet.count($0)))" }, separator: " · ")
    return lines
  }

  /// How often vessels were seen and for how long they were not.
  func rhythmLines(_ style: TextStyle) -> [String] {
    var lines: [String] = []
    let intervals = tracks.intervals
    if let low = intervals.quantile(0.1), let median = intervals.quantile(0.5), let high = intervals.quantile(0.9) {
      lines.append(
        TextStyle.padded("interval")
          + "median \(Self.length(median)), 10 % within \(Self.length(low)), 90 % within \(Self.length(high))")
      let bins = intervalCounts.filter { $0.count > 0 }.map { bin in
        let share = ShareText.of(bin.count, intervals.count)
        return bin.upTo.map { "≤ \(DateText.length($0)) \(share)" } ?? "longer \(share)"
      }
      lines += style.wrapped("", bins, separator: " · ")
    }
    let gaps = tracks.gaps
    guard gaps.count > 0 else { return lines + [TextStyle.padded("gaps") + "none"] }
    let hours = Double(gaps.milliseconds) / 3_600_000
    lines += style.wrapped(
      "gaps",
      [
        "\(counted(gaps.count, "gap")) of \(counted(gaps.vessels, "vessel")), ",
        "\(Self.number(hours)) vessel-hours not observed",
      ], separator: "")
    for gap in gaps.longest.prefix(3) {
      lines += style.wrapped(
        "",
        [
          "\(DateText.length(gap.duration)) not observed: \(who(gap.mmsi)), ",
          "\(TimeText.iso(gap.time.lowerBound)) → \(TimeText.iso(gap.time.upperBound)), ",
          "\(DistanceText.nautical(gap.distanceInMetres)) apart",
        ], separator: "")
    }
    return lines
  }

  /// When positions were sent: a row of columns.
  func activityLines(_ style: TextStyle) -> [String] {
    guard let days = tracks.times.mainDays,
      let steps = tracks.times.steps(
        during: days, atMost: min(FirstLook.mostSteps, style.width - TextStyle.labelWidth)),
      let most = steps.counts.max(), most > 0
    else { return [] }
    let signs = style.columnLevels
    let columns = steps.counts.map { count in
      count == 0 ? Character(" ") : signs[min(count * signs.count / most, signs.count - 1)]
    }
    return [TextStyle.padded("activity") + String(columns)]
      + style.wrapped(
        "",
        [
          "positions each \(DateText.duration(steps.step)) from \(DateText.instant(steps.start)) UTC, ",
          "at most \(DateText.grouped(most))",
        ], separator: "")
  }

  /// Where positions lie: the busiest areas, and the map.
  func placeLines(_ style: TextStyle) -> [String] {
    let all = tracks.places.count
    var lines: [String] = []
    for (number, area) in areas.enumerated() {
      var pieces = [
        "\(ShareText.of(area.positions, all)) of positions, \(counted(area.vessels, "vessel")) in ",
        "\(Self.text(area.box))",
      ]
      if let port = area.port {
        pieces[1] += ", "
        pieces.append("\(DistanceText.nautical(port.metres)) from \(port.name)")
      }
      lines += style.wrapped(number == 0 ? "busiest" : "", pieces, separator: "")
    }
    return lines + [""] + map.lines(style)
  }

  /// What is doubtful, an entry each; nothing where nothing is.
  func doubtLines(_ style: TextStyle) -> [String] {
    var doubts: [[String]] = []
    let shared = tracks.sharedNumbers.sorted { ($1.positions, $0.mmsi) < ($0.positions, $1.mmsi) }
    if !shared.isEmpty {
      let named = shared.prefix(Self.mostNamed).map { "\(who($0.mmsi)): \($0.ships) ships" }
      let verb = shared.count == 1 ? "seems" : "seem"
      doubts.append(
        ["\(counted(shared.count, "MMSI")) \(verb) to be sent by several ships ("]
          + Self.listed(named, of: shared.count) + [")"])
    }
    if tracks.strays > 0 {
      doubts.append(["\(counted(tracks.strays, "position")) that no ship of the MMSI can have reached"])
    }
    if let days = tracks.times.mainDays {
      let outside = tracks.times.count(outside: days)
      let span = [days.lowerBound, days.upperBound].map { String(DateText.instant($0 * 86_400_000).dropLast(6)) }
      let words = span[0] == span[1] ? span[0] : "\(span[0]) – \(span[1])"
      if outside > 0 { doubts.append(["\(counted(outside, "position")) outside the main days, \(words)"]) }
    }
    if tracks.places.atZero > 0 {
      doubts.append(["\(counted(tracks.places.atZero, "position")) at exactly 0°, 0°"])
    }
    let round = tracks.places.roundPlaces(ofAtLeast: FirstLook.leastAtRoundPlace)
    for one in round.prefix(Self.mostNamed) {
      doubts.append([
        "\(counted(one.vessels, "vessel")) at exactly \(Self.hundredths(one.place.latitude, "N", "S")) "
          + Self.hundredths(one.place.longitude, "E", "W")
      ])
    }
    if round.count > Self.mostNamed {
      doubts.append(["\(round.count - Self.mostNamed) more such round places"])
    }
    if !fleet.sharedIMOs.isEmpty {
      let named = fleet.sharedIMOs.prefix(Self.mostNamed).map { "IMO \($0.imo): \(Self.words($0.vessels))" }
      let verb = fleet.sharedIMOs.count == 1 ? "is" : "are"
      doubts.append(
        ["\(counted(fleet.sharedIMOs.count, "IMO number")) \(verb) said by several MMSIs ("]
          + Self.listed(named, of: fleet.sharedIMOs.count) + [")"])
    }
    if fleet.withWrongIMO > 0 {
      doubts.append(["\(counted(fleet.withWrongIMO, "vessel")) with an IMO number whose check digit is wrong"])
    }
    return doubts.enumerated().flatMap { style.wrapped($0 == 0 ? "doubts" : "", $1, separator: "") }
  }

  private func who(_ mmsi: UInt32) -> String { names[mmsi].map { "\(mmsi) \($0)" } ?? "\(mmsi)" }

  private static func words(_ vessels: [UInt32]) -> String {
    vessels.prefix(3).map { "\($0)" }.joined(separator: ", ") + (vessels.count > 3 ? ", …" : "")
  }

  private static func listed(_ names: [String], of count: Int) -> [String] {
    names.enumerated().map { $0 + 1 < names.count ? "\($1); " : $1 } + (count > names.count ? ["; …"] : [])
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(DateText.grouped(count)) \(noun)\(count == 1 ? "" : "s")"
  }

  /// A length of time; below ten minutes with its seconds, below ten seconds with their tenths where they have any.
  private static func length(_ milliseconds: Int64) -> String {
    guard milliseconds < 600_000 else { return DateText.length(milliseconds) }
    if milliseconds < 10_000, milliseconds % 1000 != 0 {
      let tenths = (milliseconds + 50) / 100
      return "\(tenths / 10).\(tenths % 10) s"
    }
    let seconds = (milliseconds + 500) / 1000
    if seconds < 60 { return "\(seconds) s" }
    return seconds % 60 == 0 ? "\(seconds / 60) min" : "\(seconds / 60) min \(seconds % 60) s"
  }

  private static func number(_ value: Double) -> String {
    value < 100 ? DistanceText.hundredths(value) : DateText.grouped(Int(value.rounded()))
  }

  private static func hundredths(_ degrees: Double, _ positive: String, _ negative: String) -> String {
    DistanceText.hundredths(abs(degrees)) + "°" + (degrees < 0 ? negative : positive)
  }

  private static func text(_ box: BoundingBox) -> String {
    func label(_ degrees: Double, _ axis: DegreeText.Axis) -> String { DegreeText.label(degrees: degrees, axis: axis) }
    return "\(label(box.south, .latitude))–\(label(box.north, .latitude)) "
      + "\(label(box.west, .longitude))–\(label(box.east, .longitude))"
  }
}
