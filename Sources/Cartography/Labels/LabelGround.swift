import Raster

/// What of a frame is taken by labels and marks, and how much is drawn on the rest.
///
/// Labels are placed after the map is drawn: squares of four pixels tell where lines, coasts and density leave the ground
/// empty, so that no kind of ink has to be told to the labels by itself.
package struct LabelGround: Sendable {
  /// The pixels that labels may stand in.
  package let frame: PixelRect
  private let columns: Int
  private let rows: Int
  /// Sums of inked squares above and left of each corner.
  private var sums: [Int32]
  private var taken: [[LabelBox]]
  private let takenColumns: Int

  /// Pixels of a square of ink, both ways.
  private static let square = 4
  /// Pixels of a cell in which boxes are looked up, both ways.
  private static let cell = 64

  /// The ground of a drawn map; a square is inked where one of its pixels is none of the
  /// `grounds`, each of which is colours laid one over the other.
  package init(_ pixmap: Pixmap, frame: PixelRect, grounds: [[Color]]) {
    let frame = frame.intersection(pixmap.bounds)
    self.frame = frame
    columns = (frame.width + Self.square - 1) / Self.square
    rows = (frame.height + Self.square - 1) / Self.square
    sums = Array(repeating: 0, count: (columns + 1) * (rows + 1))
    takenColumns = frame.width / Self.cell + 1
    taken = Array(repeating: [], count: takenColumns * (frame.height / Self.cell + 1))
    let inked = pixmap.inkedSquares(of: Self.square, in: frame, grounds: grounds)
    for row in 0..<rows {
      var line: Int32 = 0
      for column in 0..<columns {
        line += inked[row * columns + column] ? 1 : 0
        sums[(row + 1) * (columns + 1) + column + 1] = sums[row * (columns + 1) + column + 1] + line
      }
    }
  }

  /// The share of a box that is inked, 0...1.
  func inkShare(_ box: LabelBox) -> Double {
    let left = column(box.low.x, .down), right = column(box.high.x, .up)
    let top = row(box.low.y, .down), bottom = row(box.high.y, .up)
    guard left < right, top < bottom else { return 0 }
    let across = columns + 1
    let count =
      sums[bottom * across + right] - sums[top * across + right] - sums[bottom * across + left]
      + sums[top * across + left]
    return Double(count) / Double((right - left) * (bottom - top))
  }

  /// Whether nothing that was taken overlaps a box, and it lies in the frame.
  func isFree(_ box: LabelBox) -> Bool {
    guard LabelBox(frame).contains(box) else { return false }
    for cell in cells(of: box) {
      for other in taken[cell] where other.overlaps(box) { return false }
    }
    return true
  }

  /// Keeps other labels out of a box, which may reach out of the frame.
  package mutating func take(_ box: LabelBox) {
    for cell in cells(of: box) { taken[cell].append(box) }
  }

  private func column(_ x: Double, _ rounding: FloatingPointRoundingRule) -> Int {
    Self.index(x - Double(frame.x), Self.square, columns, rounding)
  }

  private func row(_ y: Double, _ rounding: FloatingPointRoundingRule) -> Int {
    Self.index(y - Double(frame.y), Self.square, rows, rounding)
  }

  private static func index(_ offset: Double, _ size: Int, _ count: Int, _ rounding: FloatingPointRoundingRule) -> Int {
    Int(min(max((offset / Double(size)).rounded(rounding), 0), Double(count)))
  }

  private func cells(of box: LabelBox) -> [Int] {
    let lastColumn = takenColumns - 1
    let lastRow = taken.count / takenColumns - 1
    let left = Self.index(box.low.x - Double(frame.x), Self.cell, lastColumn, .down)
    let right = Self.index(box.high.x - Double(frame.x), Self.cell, lastColumn, .down)
    let top = Self.index(box.low.y - Double(frame.y), Self.cell, lastRow, .down)
    let bottom = Self.index(box.high.y - Double(frame.y), Self.cell, lastRow, .down)
    return (top...bottom).flatMap { row in (left...right).map { row * takenColumns + $0 } }
  }
}
