/// How a film shows time.
public struct TimelapseRequest: Sendable, Equatable {
  /// Milliseconds of data to a frame; nil takes a round length that makes about 240 frames.
  public var step: Int64?
  /// Frames to a second.
  public var framesPerSecond = 24.0
  /// For how many milliseconds a ship's trail is seen; 0 for ships without trails, nil for no ships.
  public var trail: Int64?
  /// Whether trails are drawn as a map draws the tracks of their time, without fading and without ships.
  public var isPlain = false
  /// Density beneath the ships; nil for none.
  public var density: Span?
  /// For how many milliseconds an event dims after its end; nil takes an eighth of the film, at most a day.
  public var linger: Int64?

  /// The vessels that the camera keeps in view, by MMSI; none for a camera that stands.
  public var follows: Set<UInt32> = []
  /// Whether the film cuts to close-ups of events while they last.
  public var zoomsToEvents = false
  /// How far close-ups reach around what they show at least, in metres.
  public var closeUpRadius = 10 * 1852.0

  /// Of which time density is shown.
  public enum Span: Sendable, Equatable {
    /// Of so many milliseconds up to the frame's end.
    case window(Int64)
    /// Of all from the film's beginning.
    case cumulative

    /// Milliseconds up to a frame's end; nil for all.
    var length: Int64? {
      switch self {
      case .window(let length): length
      case .cumulative: nil
      }
    }
  }

  /// Ships with trails of six hours.
  public static let usualTrail: Int64 = 6 * 3_600_000

  /// The default: ships with trails of six hours, no density.
  public init() { trail = Self.usualTrail }

  /// More frames than these are a mistake in the request.
  static let mostFrames = 1_000_000

  /// Round lengths of a frame, in minutes.
  private static let roundMinutes: [Int64] = [1, 2, 5, 10, 15, 20, 30, 60, 120, 180, 360, 720, 1_440]

  /// The round length that makes of a span at most 360 frames, or a day.
  static func step(for length: Int64) -> Int64 {
    let minutes = roundMinutes.first { length <= 360 * $0 * 60_000 } ?? 1_440
    return minutes * 60_000
  }

  /// For how many milliseconds an event dims in a film of a length.
  func linger(in length: Int64) -> Int64 { linger ?? min(length / 8, 24 * 3_600_000) }

  /// Throws a usage error where the numbers make no film.
  func check() throws(WakeprintError) {
    if let step, step < 1 {
      throw WakeprintError(.usage, "--every is no time at all; give the time that a frame stands for, such as 10m")
    }
    guard framesPerSecond.isFinite, (0.1...240).contains(framesPerSecond) else {
      throw WakeprintError(.usage, "--fps \(framesPerSecond) is outside 0.1...240; 24 is usual")
    }
    if case .window(let length) = density, length < 1 {
      throw WakeprintError(.usage, "--window is no time at all; give the time that density shows, such as 24h")
    }
  }
}
