import Geography
import Tracks

/// What an analyst sees of data at first: who, how often, when, where, and what is doubtful.
public struct FirstLook: Sendable, Equatable {
  /// Which vessels there are.
  public let fleet: FleetFindings
  /// How often, when and where they were seen, and what cannot be.
  public let tracks: TrackFindings
  /// Where most positions lie.
  public let areas: [BusyArea]
  /// Where positions lie.
  public let map: TextMap
  /// The names of the vessels that are spoken of one by one, where they say one.
  public let names: [UInt32: String]

  /// So many vessels at a round place are no chance.
  static let leastAtRoundPlace = 5

  /// Looks at what was read, for a map of at most so many characters across.
  init(_ read: ReadResult, rule: LegRule, width: Int, threads: Int) throws(WakeprintError) {
    let span = read.survey.time ?? 0...0
    do throws(TracksError) {
      let found = try TrackFindings.of(read.tracks, during: span, rule: rule, threads: threads)
      let box = Self.box(read.survey, found.places)
      let viewport = TextMap.viewport(box, columns: max(width, 40) - TextMap.furniture)
      let grid = AreaGrid(over: viewport.boundingBox)
      let counts = try CellCounts.of(read.tracks, grids: [TextMap.cells(viewport), grid.cells], threads: threads)
      tracks = found
      map = TextMap(viewport, counts: counts[0])
      areas = grid.busiest(counts[1])
    } catch {
      throw WakeprintError(error)
    }
    fleet = FleetFindings(read.tracks)
    var names: [UInt32: String] = [:]
    for mmsi in tracks.gaps.longest.map(\.mmsi) + tracks.sharedNumbers.map(\.mmsi) {
      if let name = read.tracks.identity(ofMMSI: mmsi)?.name, !name.isEmpty { names[mmsi] = name }
    }
    self.names = names
  }

  /// The box that the map shows: that of the observed legs, or where a few strays make it four times as large as what
  /// holds nearly all positions, that.
  private static func box(_ survey: TrackSurvey, _ places: PlaceFindings) -> BoundingBox {
    var box = survey.observedBoundingBox ?? BoundingBox(west: -180, south: -60, east: 180, north: 75)
    func area(_ box: BoundingBox) -> Double { (box.widthInDegrees + 0.2) * (box.north - box.south + 0.2) }
    if let central = places.centralBox, area(central) * 4 < area(box) { box = central }
    // Most of the world is known best with Greenwich in the middle.
    if box.widthInDegrees > 270 { (box.west, box.east) = (-180, 180) }
    return box
  }
}
