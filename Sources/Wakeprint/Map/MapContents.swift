import Behaviour
import Cartography
import Geography

/// What a map is asked to show besides its lines, and in which order.
public struct MapContents: Sendable {
  /// Where the table of numbered events stands.
  public enum Key: String, CaseIterable, Sendable {
    /// Beside the map, or below it on a tall picture.
    case panel
    /// On a page of its own, `OUT.key.png` beside the picture.
    case page
    /// Nowhere; events keep their numbers.
    case none
  }

  /// What hotspots look like.
  public enum Hotspots: String, CaseIterable, Sendable {
    /// Discs whose area grows with the number of events, which stands in them.
    case circles
    /// A smooth surface of events to an area.
    case heat
  }

  /// The layers, from the lowest to the uppermost; what is not named is not shown.
  public var layers = MapLayer.allCases
  /// Time ticks on tracks.
  public var tick = TickStep.automatic
  /// The table of events; nil: beside the map where there are events or vessels on a watchlist.
  public var key: Key?
  /// Whether towns, seas and countries are named.
  public var namesPlaces = true

  /// Whether the areas are drawn that ships can have reached while they were not observed.
  public var showsReach = false
  /// The fastest that a ship that is not observed may go, in knots.
  public var darkSpeedInKnots = DetectionRules().darkSpeedInKnots
  /// What hotspots look like; nil: circles, and only those that files hold.
  public var hotspots: Hotspots?
  /// How near events of a hotspot are to one another, in metres.
  public var hotspotRadiusInMetres = 20_000.0

  /// A part of the map that is drawn larger in a corner; nil for none.
  public var inset: BoundingBox?
  /// Whether a small globe shows where the map is.
  public var hasLocator = true

  /// Everything as it is without orders.
  public init() {}
}
