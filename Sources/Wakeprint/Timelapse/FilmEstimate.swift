import Cartography
import JSON

/// What a film would come to, from a few of its frames.
public struct FilmEstimate: Sendable, Equatable {
  /// Columns and rows.
  public let width: Int
  /// Rows.
  public let height: Int
  /// How long it plays, in seconds.
  public let playingSeconds: Double
  /// About how many bytes it takes.
  public let bytes: Int
  /// About how long it takes to draw, in seconds.
  public let drawingSeconds: Double
  /// How many frames were drawn to find out.
  public let sampled: Int

  var value: JSONValue {
    .object([
      ("width", .integer(Int64(width))), ("height", .integer(Int64(height))),
      ("plays_s", .number((playingSeconds * 100).rounded() / 100)), ("bytes", .integer(Int64(bytes))),
      ("draw_s", .number((drawingSeconds * 10).rounded() / 10)), ("sampled_frames", .integer(Int64(sampled))),
    ])
  }

  /// The same for a person.
  var words: String {
    let size =
      bytes < 1_000_000
      ? "\(max(bytes / 1_000, 1)) kB" : "\((Double(bytes) / 1e5).rounded() / 10) MB"
    return "\(width)x\(height) pixels, plays \((playingSeconds * 10).rounded() / 10) s; "
      + "about \(size), about \(max(Int(drawingSeconds.rounded(.up)), 1)) s to draw"
  }
}
