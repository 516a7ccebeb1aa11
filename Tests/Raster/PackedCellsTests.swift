import Raster
import TestSupport
import Testing

@Suite("Packed cells")
struct PackedCellsTests {
  /// A square with a share of filled cells, small and large counts among them.
  private func cells(_ random: inout SeededGenerator, side: Int, oneIn: Int) -> [UInt64] {
    (0..<side * side).map { _ in
      guard Int.random(in: 0..<oneIn, using: &random) == 0 else { return 0 }
      return UInt64.random(in: 1...UInt64.max, using: &random) >> UInt64.random(in: 0..<64, using: &random)
    }
  }

  private func pack(_ cells: [UInt64], side: Int) -> PackedCells {
    var packed = PackedCells()
    cells.withUnsafeBufferPointer { cells in
      for row in 0..<side { packed.addRow(row, UnsafeBufferPointer(rebasing: cells[row * side..<(row + 1) * side])) }
    }
    return packed
  }

  @Test("every count comes back at its place", arguments: UInt64(1)...40)
  func roundTrip(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let side = [1, 2, 8, 32, 64].randomElement(using: &random) ?? 8
    let cells = cells(&random, side: side, oneIn: [1, 2, 30, 5000].randomElement(using: &random) ?? 2)
    let packed = pack(cells, side: side)
    var back = [UInt64](repeating: 0, count: side * side)
    packed.bytes.withUnsafeBufferPointer { PackedCells.forEach(in: $0) { back[$0] = $1 } }
    #expect(back == cells)
    #expect(packed.total == cells.reduce(0, &+))
    let filled = cells.indices.filter { cells[$0] > 0 }
    #expect(packed.bytes.isEmpty == filled.isEmpty)
    #expect(packed.extent?.columns.lowerBound == filled.map { $0 % side }.min())
    #expect(packed.extent?.columns.upperBound == filled.map { $0 % side }.max())
    #expect(packed.extent?.rows.lowerBound == filled.map { $0 / side }.min())
    #expect(packed.extent?.rows.upperBound == filled.map { $0 / side }.max())
  }

  @Test("four children added two by two are their parent", arguments: UInt64(1)...10)
  func halves(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let side = 16
    var parent = CellSquare(side: side)
    var expected = [UInt64](repeating: 0, count: side * side)
    for quarter in 0..<4 {
      let child = cells(&random, side: side, oneIn: 3)
      for place in child.indices {
        let (column, row) = (place % side / 2 + quarter % 2 * 8, place / side / 2 + quarter / 2 * 8)
        expected[row * side + column] &+= child[place]
      }
      pack(child, side: side).bytes.withUnsafeBufferPointer {
        parent.addHalved($0, quarterX: quarter % 2, quarterY: quarter / 2)
      }
    }
    var packed = PackedCells()
    parent.pack(column: 0, row: 0, side: side, into: &packed)
    var back = [UInt64](repeating: 0, count: side * side)
    packed.bytes.withUnsafeBufferPointer { PackedCells.forEach(in: $0) { back[$0] = $1 } }
    #expect(back == expected)
  }

  @Test("a grid's counts beyond 32 bits survive packing, halving and the way back")
  func carries() {
    var grid = DensityGrid(width: 8, height: 8, measure: .hours, worldWidth: 0)
    let here = PixelPoint(x: 5 << 16, y: 6 << 16)
    for _ in 0..<3 { grid.add(from: here, to: here, milliseconds: 4_000_000_000) }
    var packed = PackedCells()
    grid.pack(column: 4, row: 4, side: 4, into: &packed)
    #expect(packed.total == 12_000_000_000)
    var back = DensityGrid(width: 4, height: 4, measure: .hours, worldWidth: 0)
    packed.bytes.withUnsafeBufferPointer { bytes in
      back.add(bytes, side: 4, column: 0, row: 0)
      back.add(bytes, side: 4, column: 0, row: 0)
      back.add(bytes, side: 4, column: -2, row: 3)
    }
    #expect(back[1, 2] == 24_000_000_000)
    #expect(back.total == 24_000_000_000)
    var half = CellSquare(halving: grid)
    half.pack(column: 0, row: 0, side: 4, into: &packed)
    #expect(packed.total == 12_000_000_000)
    #expect(packed.extent?.columns == 2...2 && packed.extent?.rows == 3...3)
    half = half.halved()
    half.pack(column: 0, row: 0, side: 2, into: &packed)
    #expect(packed.extent?.columns == 1...1 && packed.extent?.rows == 1...1)
    grid.clear()
    #expect(grid.total == 0)
  }
}
