import Tracks

/// The numbers by which events are found; the sources of their defaults stand at the presets.
public struct DetectionRules: Sendable, Equatable {
  /// Which legs between two fixes were observed; a silence longer than its limit is a gap.
  public var legs = LegRule()
  /// Vessels of an encounter are at most this many metres apart.
  public var encounterDistanceInMetres = 500.0
  /// An encounter lasts at least this many milliseconds.
  public var encounterMilliseconds: Int64 = 2 * 3_600_000
  /// In an encounter each vessel's median speed is below this many knots.
  public var encounterSpeedInKnots = 2.0
  /// An encounter that is interrupted for at most this many milliseconds goes on.
  public var mergeMilliseconds: Int64 = 4 * 3_600_000
  /// Encounters, loitering and dark rendezvous are at least this many metres from a port.
  public var portDistanceInMetres = 10_000.0
  /// A loitering vessel's mean speed over an hour stays below this many knots.
  public var loiterSpeedInKnots = 2.0
  /// Loitering lasts at least this many milliseconds.
  public var loiterMilliseconds: Int64 = 4 * 3_600_000
  /// Loitering is at least this many metres from the shore.
  public var loiterShoreDistanceInMetres = 20 * 1852.0
  /// No vessel that is not observed moves faster than this many knots.
  public var darkSpeedInKnots = 15.0
  /// Silences longer than this many milliseconds say nothing of a rendezvous: the ship could have been anywhere.
  public var darkLongestGapMilliseconds: Int64 = 7 * 24 * 3_600_000
  /// At most so many dark rendezvous are reported, those most tightly constrained; the others are counted.
  public var darkLimit = 200
  /// Other vessels within this many metres of where a silence began or ended count as heard nearby.
  public var heardDistanceInMetres = 20 * 1852.0
  /// Whether encounters that would be left out (in port, tug and tow, pilot) are reported, marked.
  public var reportsExcluded = false

  /// The rules of the preset `gfw`.
  public init() {}

  /// Sets of numbers that are in use.
  public enum Preset: String, Sendable, CaseIterable {
    /// Global Fishing Watch's definitions: 500 m, 2 h, 2 kn, 10 km from a port; loitering below 2 kn, 20 nm from shore.
    case gfw
    /// Close and slow: 250 m (Skylight's distance), 2 h, 1 kn (studies of the Kerch Strait), 20 km from a port,
    /// loitering below 1 kn for 8 h.
    case strict
  }

  /// The rules of a preset.
  public init(_ preset: Preset) {
    guard preset == .strict else { return }
    encounterDistanceInMetres = 250
    encounterSpeedInKnots = 1
    portDistanceInMetres = 20_000
    loiterSpeedInKnots = 1
    loiterMilliseconds = 8 * 3_600_000
  }

  /// Milliseconds between the instants at which all vessels are looked at: a twelfth of an encounter, at most ten
  /// minutes (the step of GFW's `pipe-encounters`) and at least ten seconds.
  package var stepMilliseconds: Int64 { min(600_000, max(10_000, encounterMilliseconds / 12)) }
}
