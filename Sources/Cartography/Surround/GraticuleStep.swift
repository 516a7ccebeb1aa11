/// The distances between graticule lines that read as round numbers, in tenths of a minute of arc.
package enum GraticuleStep {
  /// 0.1' to 30 degrees, rising.
  package static let all: [Int] =
    [1, 2, 5, 10, 20, 50, 100, 150, 200, 300] + [1, 2, 5, 10, 15, 20, 30].map { $0 * 600 }

  /// The finest step that puts no more than `most` lines on a map's longer span and no more than 14 on both together.
  ///
  /// Spans in degrees. The coarsest step where even that puts more.
  package static func finest(width: Double, height: Double, most: Int) -> Int {
    func lines(_ span: Double, _ step: Int) -> Int { Int((span * 600 / Double(step)).rounded(.down)) + 1 }
    return all.first {
      max(lines(width, $0), lines(height, $0)) <= most && lines(width, $0) + lines(height, $0) <= 14
    } ?? all[all.count - 1]
  }
}
