import ArgumentParser
import Wakeprint

/// The numbers by which events are found; each option wins over the preset.
struct DetectionOptions: ParsableArguments {
  @Option(
    help: "A set of numbers: gfw (Global Fishing Watch's) (the default) or strict (250 m, 1 kn, 20 km from a port).")
  var preset: DetectionRules.Preset?

  @Option(help: ArgumentHelp("Vessels of an encounter are at most this far apart (gfw: 500m).", valueName: "distance"))
  var encounterDistance: DistanceArgument?

  @Option(help: ArgumentHelp("An encounter lasts at least this long (2h).", valueName: "duration"))
  var encounterDuration: DurationArgument?

  @Option(help: ArgumentHelp("Both vessels' median speed is below this (2).", valueName: "knots"))
  var encounterSpeed: Double?

  @Option(help: ArgumentHelp("An encounter interrupted no longer than this goes on (4h).", valueName: "duration"))
  var encounterMerge: DurationArgument?

  @Option(help: ArgumentHelp("Nearer to a port than this nothing but gaps is reported (10km).", valueName: "distance"))
  var portDistance: DistanceArgument?

  @Option(help: ArgumentHelp("Further ports and anchorages: CSV with latitude, longitude, name.", valueName: "file"))
  var ports: String?

  @Option(help: ArgumentHelp("A loitering vessel's mean speed over an hour is below this (2).", valueName: "knots"))
  var loiterSpeed: Double?

  @Option(help: ArgumentHelp("Loitering lasts at least this long (4h).", valueName: "duration"))
  var loiterDuration: DurationArgument?

  @Option(help: ArgumentHelp("Loitering is at least this far from the shore (20nm).", valueName: "distance"))
  var loiterShoreDistance: DistanceArgument?

  @Option(help: ArgumentHelp("No vessel that is not observed is faster than this (15).", valueName: "knots"))
  var darkSpeed: Double?

  @Option(help: ArgumentHelp("Longer gaps hide no rendezvous that could be told (7d).", valueName: "duration"))
  var darkLongest: DurationArgument?

  @Option(help: ArgumentHelp("So many possible dark rendezvous, most constrained first (200).", valueName: "n"))
  var darkLimit: Int?

  @Option(help: ArgumentHelp("Vessels received this near to a gap are heard nearby (20nm).", valueName: "distance"))
  var heardDistance: DistanceArgument?

  @Flag(help: "Report encounters in port, of tugs and tows, and of pilots too, marked.")
  var all = false

  /// Whether an option asks for events to be found, other than the speed by which reach is drawn too.
  var isGiven: Bool {
    preset != nil || encounterDistance != nil || encounterDuration != nil || encounterSpeed != nil
      || encounterMerge != nil || portDistance != nil || ports != nil || loiterSpeed != nil || loiterDuration != nil
      || loiterShoreDistance != nil || darkLongest != nil || darkLimit != nil || heardDistance != nil || all
  }

  func validate() throws {
    for (name, speed) in [
      ("--encounter-speed", encounterSpeed), ("--loiter-speed", loiterSpeed), ("--dark-speed", darkSpeed),
    ] {
      if let speed, !(speed > 0 && speed.isFinite) {
        throw ValidationError("\(name) \(speed) is no speed; give knots above 0")
      }
    }
    for (name, duration) in [("--encounter-duration", encounterDuration), ("--loiter-duration", loiterDuration)] {
      if let duration, duration.milliseconds < 60_000 {
        throw ValidationError("\(name) is under a minute; give 1m or more")
      }
    }
    if let darkLimit, !(0...1_000_000).contains(darkLimit) {
      throw ValidationError("--dark-limit \(darkLimit) is no count; give 0 or more")
    }
  }

  /// The same as the library takes it.
  var rules: DetectionRules {
    var rules = DetectionRules(preset ?? .gfw)
    if let encounterDistance { rules.encounterDistanceInMetres = encounterDistance.metres }
    if let encounterDuration { rules.encounterMilliseconds = encounterDuration.milliseconds }
    if let encounterSpeed { rules.encounterSpeedInKnots = encounterSpeed }
    if let encounterMerge { rules.mergeMilliseconds = encounterMerge.milliseconds }
    if let portDistance { rules.portDistanceInMetres = portDistance.metres }
    if let loiterSpeed { rules.loiterSpeedInKnots = loiterSpeed }
    if let loiterDuration { rules.loiterMilliseconds = loiterDuration.milliseconds }
    if let loiterShoreDistance { rules.loiterShoreDistanceInMetres = loiterShoreDistance.metres }
    if let darkSpeed { rules.darkSpeedInKnots = darkSpeed }
    if let darkLongest { rules.darkLongestGapMilliseconds = darkLongest.milliseconds }
    if let darkLimit { rules.darkLimit = darkLimit }
    if let heardDistance { rules.heardDistanceInMetres = heardDistance.metres }
    rules.reportsExcluded = all
    return rules
  }
}

extension DetectionRules.Preset: ExpressibleByArgument {}
