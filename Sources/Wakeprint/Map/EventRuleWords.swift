import Cartography
import JSON

/// What kinds of events mean in numbers, as a picture's small print says it.
enum EventRuleWords {
  /// A sentence for each kind that is shown, from the thresholds as a record names them; empty where they are not known.
  static func sentences(_ detection: JSONValue?, kinds: Set<String>) -> String {
    guard let detection else { return "" }
    func number(_ key: String) -> Double? { detection[key]?.double }
    var sentences: [String] = []
    if kinds.contains("encounter"), let metres = number("encounter_distance_m"),
      let seconds = number("encounter_duration_s"), let knots = number("encounter_speed_kn")
    {
      sentences.append(
        "Encounter: ≤ \(DateText.number(metres)) m, ≥ \(duration(seconds)), < \(DateText.number(knots)) kn.")
    }
    if kinds.contains("loitering"), let knots = number("loiter_speed_kn"), let seconds = number("loiter_duration_s") {
      sentences.append("Loitering: < \(DateText.number(knots)) kn, ≥ \(duration(seconds)).")
    }
    if kinds.contains("dark_rendezvous"), let knots = number("dark_speed_kn") {
      sentences.append("Possible rendezvous: both in reach at ≤ \(DateText.number(knots)) kn.")
    }
    return sentences.joined(separator: " ")
  }

  private static func duration(_ seconds: Double) -> String { DateText.duration(Int64((seconds * 1_000).rounded())) }
}
