import Geography
import Tracks

/// A grid of areas between whole minutes or degrees, at most 64 across and 64 up, over a box.
struct AreaGrid {
  /// How many areas are named.
  private static let mostNamed = 3
  /// A port farther off than this says nothing of where an area is.
  private static let portReachInMetres = 50_000.0
  /// Sides that an area may have, in minutes.
  private static let sides = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600]

  private let side: Int
  private let west: Int
  private let south: Int
  private let columns: Int
  private let rows: Int

  /// The grid of the smallest areas that do.
  init(over box: BoundingBox) {
    let west = Int((box.west * 60).rounded(.down))
    let east = west + Int((box.widthInDegrees * 60).rounded(.up)) + 1
    let (south, north) = (Int((box.south * 60).rounded(.down)), Int((box.north * 60).rounded(.up)))
    func count(_ low: Int, _ high: Int, _ side: Int) -> Int {
      Int((Double(high) / Double(side)).rounded(.up)) - Int((Double(low) / Double(side)).rounded(.down))
    }
    let side = Self.sides.first { count(west, east, $0) <= 64 && count(south, north, $0) <= 64 } ?? 600
    self.side = side
    self.west = Int((Double(west) / Double(side)).rounded(.down)) * side
    self.south = max(Int((Double(south) / Double(side)).rounded(.down)) * side, -5400)
    columns = max(min(count(west, east, side), 360 * 60 / side), 1)
    rows = max(min(count(south, north, side), (5400 - self.south) / side), 1)
  }

  /// What is counted.
  var cells: CellCounts.Grid {
    CellCounts.Grid(
      latitudes: (0...rows).map { Double(south + $0 * side) / 60 }, west: BoundingBox.wrapped(Double(west) / 60),
      columnWidth: Double(side) / 60, columnCount: columns)
  }

  /// The areas of most positions, of equally many those farther south and west first.
  func busiest(_ counts: CellCounts) -> [BusyArea] {
    let order = counts.positions.indices.filter { counts.positions[$0] > 0 }
      .sorted { (counts.positions[$1], $0) < (counts.positions[$0], $1) }
    return order.prefix(Self.mostNamed).map { cell in
      let (row, column) = cell.quotientAndRemainder(dividingBy: columns)
      let box = BoundingBox(
        west: BoundingBox.wrapped(Double(west + column * side) / 60), south: Double(south + row * side) / 60,
        east: Self.east(Double(west + (column + 1) * side) / 60), north: Double(south + (row + 1) * side) / 60)
      let middle = Coordinate(
        latitude: box.middleLatitude, longitude: BoundingBox.wrapped(box.west + box.widthInDegrees / 2))
      // Of an area as large as a sea no port says where it is.
      let port = side <= 60 ? PortIndex.embedded.nearest(to: middle, within: Self.portReachInMetres) : nil
      return BusyArea(
        box: box, positions: counts.positions[cell], vessels: counts.vessels[cell],
        port: port.map { ($0.port.name, $0.metres) })
    }
  }

  private static func east(_ longitude: Double) -> Double {
    let wrapped = BoundingBox.wrapped(longitude)
    return wrapped == -180 ? 180 : wrapped
  }
}
