/// A shape of picture that has a use.
public enum PictureTemplate: String, CaseIterable, Sendable {
  /// A slide, 16:9.
  case slide
  /// A page of A4, upright, 300 dots to the inch.
  case report
  /// A square.
  case square
  /// A band three times as wide as it is high.
  case strip

  /// Pixels across, where a pixel is a point.
  public var width: Int {
    switch self {
    case .slide: 1920
    case .report: 2480
    case .square: 1440
    case .strip: 1920
    }
  }

  /// Pixels down, where a pixel is a point.
  public var height: Int {
    switch self {
    case .slide: 1080
    case .report: 3508
    case .square: 1440
    case .strip: 640
    }
  }

  /// Pixels to a point, of which 96 make an inch.
  public var scale: Double { self == .report ? 3.125 : 1 }
}
