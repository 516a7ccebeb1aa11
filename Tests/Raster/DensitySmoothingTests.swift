import Platform
import Raster
import TestSupport
import Testing

@Suite("Smoothing")
struct DensitySmoothingTests {
  /// A grid with random times in some cells.
  private func grid(seed: UInt64, width: Int, height: Int) -> DensityGrid {
    var random = SeededGenerator(seed: seed)
    var grid = DensityGrid(width: width, height: height, measure: .hours, worldWidth: 0)
    for _ in 0..<width * height / 3 {
      let x = Int64.random(in: 0..<Int64(width) << PixelPoint.fractionBits, using: &random)
      let y = Int64.random(in: 0..<Int64(height) << PixelPoint.fractionBits, using: &random)
      let here = PixelPoint(x: x, y: y)
      grid.add(from: here, to: here, milliseconds: Int64.random(in: 1...10_000_000, using: &random))
    }
    return grid
  }

  private func blurred(_ grid: DensityGrid, _ smoothing: GaussianSmoothing) -> [Double] {
    var values: [Double] = []
    smoothing.withRows(of: grid) { row, cells in
      #expect(row * cells.count == values.count)
      values += Array(cells)
    }
    return values
  }

  @Test("mass is kept where rows differ in their deviation")
  func massIsKept() {
    for seed in 1...10 as ClosedRange<UInt64> {
      let smoothing = GaussianSmoothing(rows: 60) { row in max(0.2, 2 - Double(row) / 40) }
      let margin = smoothing.marginInPixels
      // All mass lies so far inside that nothing is spread beyond the inner window.
      let small = grid(seed: seed, width: 30, height: 60 - 2 * margin)
      var large = DensityGrid(
        width: 30 + 4 * margin, height: 60 + 2 * margin, measure: .hours, worldWidth: 0)
      for row in 0..<small.height {
        for column in 0..<30 where small[column, row] > 0 {
          let here = PixelPoint(
            x: Int64(column + 2 * margin) << PixelPoint.fractionBits,
            y: Int64(row + 2 * margin) << PixelPoint.fractionBits)
          large.add(from: here, to: here, milliseconds: Int64(small[column, row]))
        }
      }
      let sum = blurred(large, smoothing).reduce(0, +)
      #expect(abs(sum / Double(large.total) - 1) < 1e-12)
    }
  }

  @Test("it equals the sum over all neighbours", arguments: [0, 0.4, 1, 2.7])
  func convolves(deviation: Double) {
    let smoothing = GaussianSmoothing(rows: 20, deviationInPixels: deviation)
    let margin = smoothing.marginInPixels
    #expect(margin == Int((3 * deviation).rounded(.up)))
    let large = grid(seed: 21, width: 25 + 2 * margin, height: 20 + 2 * margin)
    let values = blurred(large, smoothing)
    let weights = (-margin...margin).map { offset in
      offset == 0 ? 1 : exp(-Double(offset * offset) / (2 * deviation * deviation))
    }
    let whole = weights.reduce(0, +)
    for row in 0..<20 {
      for column in 0..<25 {
        var sum = 0.0
        for y in 0...2 * margin {
          for x in 0...2 * margin {
            sum += Double(large[column + x, row + y]) * weights[x] * weights[y] / (whole * whole)
          }
        }
        #expect(abs(values[row * 25 + column] - sum) <= 1e-12 * max(sum, 1))
      }
    }
    #expect(smoothing.values(of: large) == values.map { Float($0) })
  }

  @Test("a blurred window is a part of the blurred canvas, to the last bit")
  func windowsAgree() {
    // On the canvas row r has this deviation; the window begins at row 12, column 9.
    func deviation(_ row: Int) -> Double { 0.5 + Double(row + 40) / 30 }
    let outer = GaussianSmoothing(rows: 50) { deviation($0) }
    let inner = GaussianSmoothing(rows: 20) { deviation($0 + 12) }
    #expect(inner.marginInPixels < outer.marginInPixels)
    let canvas = grid(
      seed: 22, width: 60 + 2 * outer.marginInPixels, height: 50 + 2 * outer.marginInPixels)
    let margin = inner.marginInPixels
    var window = DensityGrid(
      width: 30 + 2 * margin, height: 20 + 2 * margin, measure: .hours, worldWidth: 0)
    let shift = outer.marginInPixels - margin
    for row in 0..<window.height {
      for column in 0..<window.width {
        let here = PixelPoint(
          x: Int64(column) << PixelPoint.fractionBits, y: Int64(row) << PixelPoint.fractionBits)
        let cell = canvas[column + 9 + shift, row + 12 + shift]
        window.add(from: here, to: here, milliseconds: Int64(cell))
      }
    }
    let whole = blurred(canvas, outer)
    let part = blurred(window, inner)
    for row in 0..<20 {
      for column in 0..<30 { #expect(part[row * 30 + column] == whole[(row + 12) * 60 + column + 9]) }
    }
  }
}
