import Behaviour
import JSON

extension DetectionRules {
  /// The numbers as a record names them: metres, seconds, knots.
  var value: JSONValue {
    func seconds(_ milliseconds: Int64) -> JSONValue { .number(Double(milliseconds) / 1000) }
    return .object([
      ("encounter_distance_m", .number(encounterDistanceInMetres)),
      ("encounter_duration_s", seconds(encounterMilliseconds)),
      ("encounter_speed_kn", .number(encounterSpeedInKnots)),
      ("encounter_merge_s", seconds(mergeMilliseconds)),
      ("port_distance_m", .number(portDistanceInMetres)),
      ("loiter_speed_kn", .number(loiterSpeedInKnots)),
      ("loiter_duration_s", seconds(loiterMilliseconds)),
      ("loiter_shore_distance_m", .number(loiterShoreDistanceInMetres)),
      ("dark_speed_kn", .number(darkSpeedInKnots)),
      ("dark_longest_gap_s", seconds(darkLongestGapMilliseconds)),
      ("dark_limit", .integer(Int64(darkLimit))),
      ("heard_distance_m", .number(heardDistanceInMetres)),
      ("reports_excluded", .bool(reportsExcluded)),
    ])
  }
}
