import Cartography
import Raster

/// What density counts in each pixel.
public enum Measure: String, CaseIterable, Sendable {
  /// Vessel-hours per km2.
  case hours
  /// Tracks that pass through, begin or end in the pixel.
  case transits
  /// Vessels whose track touches the pixel.
  case vessels
  /// Positions in the pixel.
  case positions

  /// The unit of the values in words, as the legend writes it.
  public var unit: String {
    switch self {
    case .hours: "vessel-hours per km²"
    case .transits: "transits per cell"
    case .vessels: "vessels per cell"
    case .positions: "positions per cell"
    }
  }

  var counted: DensityMeasure {
    switch self {
    case .hours: .hours
    case .transits: .transits
    case .vessels: .vessels
    case .positions: .positions
    }
  }
}

/// How a value becomes a colour.
public enum Scaling: String, CaseIterable, Sendable {
  /// By rank among the pixels that are not empty.
  case eq
  /// By logarithm.
  case log
  /// By square root.
  case sqrt
  /// In proportion.
  case linear

  var kind: ColorScale.Kind {
    switch self {
    case .eq: .eq
    case .log: .log
    case .sqrt: .sqrt
    case .linear: .linear
    }
  }
}

/// What is counted and how it becomes colour.
public struct DensityRequest: Sendable {
  /// What is counted.
  public var measure = Measure.hours
  /// How a value becomes a colour.
  public var scaling = Scaling.eq
  /// Fixed ends of the scale; nil takes the values' own.
  public var range: ClosedRange<Double>?
  /// A palette by name; nil takes the theme's.
  public var palette: String?
  /// Gaussian smoothing; nil for none.
  public var smoothing: SmoothingReach?
  /// Where the mapping is written as JSON; nil writes none.
  public var savesScaleTo: String?
  /// A mapping written before, which is used instead of a new one.
  public var usesScaleFrom: String?

  /// The defaults: hours, histogram-equalised.
  public init() {}
}

extension DensityRequest {
  /// The mapping to use again, where one is named. Throws where the file has none, or one of another measure.
  func savedScale() throws(WakeprintError) -> ColorScale? {
    guard let path = usesScaleFrom else { return nil }
    let file = try ScaleFile(path: path)
    guard file.measure == measure else {
      throw WakeprintError(
        .usage,
        "\(path): is a scale of \(file.measure.rawValue), not of \(measure.rawValue); give --measure \(file.measure.rawValue)"
      )
    }
    return file.scale
  }
}
