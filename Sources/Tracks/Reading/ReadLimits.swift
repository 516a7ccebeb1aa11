/// How much of anything an input may have; what has more is refused with a sentence, so that no file, however made, can
/// take the machine's memory or never end.
public struct ReadLimits: Sendable, Equatable {
  /// Bytes of a line of a table or log.
  public var longestLine = 1 << 20
  /// Columns of a table.
  public var mostFields = 4_096
  /// Levels of objects, arrays or elements within one another.
  public var deepestLevel = 64
  /// Bytes unpacked for each byte of an archive, once `Self.freeBytes` are unpacked.
  public var largestRatio = 1_000
  /// Bytes unpacked of one archive.
  public var mostUnpackedBytes = 1 << 40
  /// Vessels, by MMSI, of all inputs together.
  public var mostVessels = 10_000_000
  /// Messages of several sentences, and groups of sentences, that may be incomplete at a time.
  public var mostOpenGroups = 4_096

  /// So many bytes are unpacked before the ratio counts: 64 MiB.
  static let freeBytes = 64 << 20

  /// Positions of one feature of JSON, which is held in memory until its end.
  public var mostPositionsOfAFeature = 50_000_000

  /// The defaults.
  public init() {}
}
