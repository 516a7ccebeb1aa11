import Cartography
import Geography
import Tracks

extension FirstLook {
  /// How many of anything doubtful are named.
  private static let mostNamed = 4

  /// What is doubtful, an entry each; nothing where nothing is.
  func doubtLines(_ style: PlainTextStyle) -> [String] {
    let doubts = trackDoubts + timeDoubts + placeDoubts + identityDoubts
    return doubts.enumerated().flatMap { style.wrapped($0 == 0 ? "doubts" : "", $1) }
  }

  private var trackDoubts: [String] {
    var doubts: [String] = []
    let shared = tracks.sharedNumbers.sorted {
      ($1.tracks, $1.positions, $0.mmsi) < ($0.tracks, $0.positions, $1.mmsi)
    }
    if !shared.isEmpty {
      let named = shared.map { "\(who($0.mmsi)) (\($0.tracks) tracks)" }
      doubts.append(
        "\(CountText.of(shared.count, "MMSI")) with tracks that no one ship can have sailed: \(Self.listed(named))")
    }
    if tracks.strays > 0 {
      doubts.append("\(CountText.of(tracks.strays, "position")) out of reach of every track of the MMSI")
    }
    return doubts
  }

  private var timeDoubts: [String] {
    guard let days = tracks.times.mainDays else { return [] }
    let outside = tracks.times.count(outside: days)
    let ends = [days.lowerBound, days.upperBound].map { String(DateText.instant($0 * 86_400_000).dropLast(6)) }
    let words = ends[0] == ends[1] ? ends[0] : "\(ends[0]) – \(ends[1])"
    return outside > 0 ? ["\(CountText.of(outside, "position")) outside the main days, \(words)"] : []
  }

  private var placeDoubts: [String] {
    var doubts: [String] = []
    if tracks.places.atZero > 0 {
      doubts.append("\(CountText.of(tracks.places.atZero, "position")) at exactly 0°N 0°E")
    }
    let round = tracks.places.roundPlaces(ofAtLeast: Self.leastAtRoundPlace)
    for one in round.prefix(Self.mostNamed) {
      let place = "\(Self.text(one.place.latitude, "N", "S")) \(Self.text(one.place.longitude, "E", "W"))"
      doubts.append("\(CountText.of(one.vessels, "vessel")) at exactly \(place)")
    }
    if round.count > Self.mostNamed {
      doubts.append("\(CountText.of(round.count - Self.mostNamed, "more round place")) of several vessels each")
    }
    return doubts
  }

  private var identityDoubts: [String] {
    var doubts: [String] = []
    let shared = fleet.sharedIMOs.map { shared in
      let vessels = shared.vessels.prefix(3).map { "\($0)" } + (shared.vessels.count > 3 ? ["…"] : [])
      return "\(shared.imo) (\(vessels.joined(separator: ", ")))"
    }
    if !shared.isEmpty {
      doubts.append("\(CountText.of(shared.count, "IMO number")) of several MMSIs: \(Self.listed(shared))")
    }
    if fleet.withWrongIMO > 0 {
      doubts.append("\(CountText.of(fleet.withWrongIMO, "vessel")) with an IMO number whose check digit is wrong")
    }
    return doubts
  }

  private static func listed(_ names: [String]) -> String {
    names.prefix(mostNamed).joined(separator: ", ") + (names.count > mostNamed ? ", …" : "")
  }

  private static func text(_ degrees: Double, _ positive: String, _ negative: String) -> String {
    DistanceText.hundredths(abs(degrees)) + "°" + (degrees < 0 ? negative : positive)
  }
}
