import TestSupport
import Testing
import Tracks

@Suite("Counts in cells") struct CellCountsTests {
  private static let header = "mmsi,time,lat,lon\n"

  private func tracks(_ rows: [String]) throws -> TrackSet {
    let text = Self.header + rows.joined()
    return try TrackReader([.memory(name: "a.csv", bytes: Array(text.utf8))], options: ReadOptions()).read().tracks
  }

  @Test("each position is in the cell whose borders it lies between, over the antimeridian too, on any workers")
  func everyCell() throws {
    var random = SeededGenerator(seed: 5)
    let latitudes = [-20.0, -12.5, -12.25, -3, 0, 0.5, 9, 30]
    let grid = CellCounts.Grid(latitudes: latitudes, west: 160, columnWidth: 5, columnCount: 9)
    var rows: [String] = []
    var expected = [Int](repeating: 0, count: 7 * 9)
    var outside = 0
    for number in 0..<4000 {
      // Half of them on borders.
      let latitude =
        number % 2 == 0
        ? latitudes[number / 2 % 8] : (Double.random(in: -25...35, using: &random) * 1e5).rounded() / 1e5
      let east = Double(Int.random(in: -2_000...5_500, using: &random)) / 100
      let longitude = 160 + east > 180 ? 160 + east - 360 : 160 + east
      rows.append("\(211_000_000 + number % 37),\(1_709_251_200 + number),\(latitude),\(longitude)\n")
      let row = latitude == 30 ? 6 : latitudes.indices.dropLast().last { latitudes[$0] <= latitude }
      let column = east == 45 ? 8 : east >= 0 && east < 45 ? Int(east / 5) : nil
      if let row, let column, latitude <= 30 { expected[row * 9 + column] += 1 } else { outside += 1 }
    }
    let tracks = try tracks(rows)
    let counts = try CellCounts.of(tracks, grids: [grid], threads: 1)
    #expect(counts[0].positions == expected && counts[0].outside == outside)
    #expect(try CellCounts.of(tracks, grids: [grid, grid], threads: 2)[1] == counts[0])
  }

  @Test("a vessel that comes back to a cell is counted once")
  func vessels() throws {
    let rows = (0..<10).flatMap { step in
      [211_000_001, 211_000_002].map { mmsi in
        "\(mmsi),\(1_709_251_200 + step),\(mmsi == 211_000_001 ? 1 : step % 2 * 2 + 1),1\n"
      }
    }
    let grid = CellCounts.Grid(latitudes: [0, 2, 4], west: 0, columnWidth: 2, columnCount: 1)
    let counts = try CellCounts.of(tracks(rows), grids: [grid], threads: 1)[0]
    #expect(counts.positions == [15, 5] && counts.vessels == [2, 1] && counts.outside == 0)
  }
}
