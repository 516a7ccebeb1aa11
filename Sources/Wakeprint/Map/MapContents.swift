import Cartography

/// What a map is asked to show besides its lines, and in which order.
public struct MapContents: Sendable {
  /// Where the table of numbered events stands.
  public enum Key: String, CaseIterable, Sendable {
    /// Beside the map, or below it on a tall picture.
    case panel
    /// Nowhere; events keep their numbers.
    case none
  }

  /// The layers, from the lowest to the uppermost; what is not named is not shown.
  public var layers = MapLayer.allCases
  /// Time ticks on tracks.
  public var tick = TickStep.automatic
  /// The table of events; nil: beside the map where there are events or vessels on a watchlist.
  public var key: Key?
  /// Whether towns, seas and countries are named.
  public var namesPlaces = true

  /// Everything as it is without orders.
  public init() {}
}
