import Geography
import JSON
import Tracks

extension FirstLook {
  /// The upper ends of the bins in which intervals are told, in milliseconds; a last bin is beyond them.
  static let intervalBins: [Int64] = [10_000, 30_000, 120_000, 360_000, 1_800_000, 3_600_000]

  /// The member that a summary has for it.
  var value: JSONValue {
    .object([
      ("fleet", fleetValue), ("intervals", intervalsValue), ("gaps", gapsValue), ("activity", activityValue),
      ("areas", .array(areas.map(Self.value))),
      (
        "map",
        .object([
          ("bbox", Self.value(map.box)), ("columns", .integer(Int64(map.columns))),
          ("rows", .integer(Int64(map.rows))), ("outside", .integer(Int64(map.outside))),
          ("lines", .array(map.lines(PlainTextStyle(isASCII: true)).map { .string($0) })),
        ])
      ), ("doubts", doubtsValue),
    ])
  }

  private var fleetValue: JSONValue {
    .object([
      ("named", .integer(Int64(fleet.named))), ("with_imo", .integer(Int64(fleet.withIMO))),
      ("with_wrong_imo", .integer(Int64(fleet.withWrongIMO))),
      (
        "flags",
        .array(
          fleet.flags.map { count in
            .object([
              ("flag", count.flag.map { .string($0.alpha2) } ?? .null),
              ("name", count.flag.map { .string($0.name) } ?? .null), ("vessels", .integer(Int64(count.vessels))),
            ])
          })
      ),
      (
        "types",
        .object(
          VesselType.allCases.filter { fleet.count($0) > 0 }.map {
            ($0 == .highSpeed ? "high_speed" : "\($0)", .integer(Int64(fleet.count($0))))
          })
      ),
    ])
  }

  private var intervalsValue: JSONValue {
    func seconds(_ share: Double) -> JSONValue {
      tracks.intervals.quantile(share).map { .number(Double($0) / 1000) } ?? .null
    }
    return .object([
      ("count", .integer(Int64(tracks.intervals.count))), ("p10_s", seconds(0.1)), ("median_s", seconds(0.5)),
      ("p90_s", seconds(0.9)),
      (
        "bins",
        .array(
          intervalCounts.map { bin in
            .object([
              ("up_to_s", bin.upTo.map { .number(Double($0) / 1000) } ?? .null), ("count", .integer(Int64(bin.count))),
            ])
          })
      ),
    ])
  }

  /// How many intervals there are in each bin; the last has no end.
  var intervalCounts: [(upTo: Int64?, count: Int)] {
    var counts: [(upTo: Int64?, count: Int)] = []
    var before = 0
    for upTo in Self.intervalBins {
      let sum = tracks.intervals.count(upTo: upTo)
      counts.append((upTo, sum - before))
      before = sum
    }
    counts.append((nil, tracks.intervals.count - before))
    return counts
  }

  private var gapsValue: JSONValue {
    .object([
      ("count", .integer(Int64(tracks.gaps.count))), ("vessels", .integer(Int64(tracks.gaps.vessels))),
      ("not_observed_h", .number(JobSummary.hours(tracks.gaps.milliseconds))),
      (
        "longest",
        .array(
          tracks.gaps.longest.map { gap in
            .object([
              ("mmsi", .integer(Int64(gap.mmsi))), ("name", names[gap.mmsi].map { .string($0) } ?? .null),
              ("from", .string(TimeText.iso(gap.time.lowerBound))), ("to", .string(TimeText.iso(gap.time.upperBound))),
              ("hours", .number(JobSummary.hours(gap.duration))), ("from_place", Self.value(gap.from)),
              ("to_place", Self.value(gap.to)), ("distance_m", .integer(Int64(gap.distanceInMetres.rounded()))),
            ])
          })
      ),
    ])
  }

  private var activityValue: JSONValue {
    guard let days = tracks.times.mainDays,
      let steps = tracks.times.steps(during: days, atMost: FirstLook.mostSteps)
    else { return .null }
    return .object([
      ("from", .string(TimeText.iso(steps.start))), ("step_s", .integer(steps.step / 1000)),
      ("positions", .array(steps.counts.map { .integer(Int64($0)) })),
      ("outside", .integer(Int64(tracks.times.count(outside: days)))),
    ])
  }

  /// Columns that the positions' times are shown in at most.
  static let mostSteps = 60

  private var doubtsValue: JSONValue {
    .object([
      (
        "shared_mmsi",
        .array(
          tracks.sharedNumbers.map { number in
            .object([
              ("mmsi", .integer(Int64(number.mmsi))), ("tracks", .integer(Int64(number.tracks))),
              ("positions", .integer(Int64(number.positions))),
            ])
          })
      ),
      (
        "shared_imo",
        .array(
          fleet.sharedIMOs.map { shared in
            .object([
              ("imo", .integer(Int64(shared.imo))), ("mmsi", .array(shared.vessels.map { .integer(Int64($0)) })),
            ])
          })
      ),
      ("unreachable_positions", .integer(Int64(tracks.strays))),
      ("positions_at_zero", .integer(Int64(tracks.places.atZero))),
      (
        "round_places",
        .array(
          tracks.places.roundPlaces(ofAtLeast: FirstLook.leastAtRoundPlace).map { round in
            .object([("place", Self.value(round.place)), ("vessels", .integer(Int64(round.vessels)))])
          })
      ),
    ])
  }

  private static func value(_ place: Coordinate) -> JSONValue {
    .array([.number(place.longitude), .number(place.latitude)])
  }

  /// A box whose edges are made here, without what arithmetic adds beyond a millionth of a degree.
  private static func value(_ box: BoundingBox) -> JSONValue {
    .array([box.west, box.south, box.east, box.north].map { .number(($0 * 1e6).rounded() / 1e6) })
  }

  private static func value(_ area: BusyArea) -> JSONValue {
    .object([
      ("bbox", Self.value(area.box)), ("positions", .integer(Int64(area.positions))),
      ("vessels", .integer(Int64(area.vessels))),
      ("near_port", area.port.map { .string($0.name) } ?? .null),
      ("port_distance_m", area.port.map { .integer(Int64($0.metres.rounded())) } ?? .null),
    ])
  }
}
