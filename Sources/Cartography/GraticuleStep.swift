/// The distances between graticule lines that read as round numbers, in tenths of a minute of arc.
package enum GraticuleStep {
  /// 0.1' to 30 degrees, rising.
  package static let all: [Int] =
    [1, 2, 5, 10, 20, 50, 100, 150, 200, 300] + [1, 2, 5, 10, 15, 20, 30].map { $0 * 600 }

  /// The finest step that puts no more than `most` lines on a span in degrees, either way the span lies.
  ///
  /// The coarsest step where even that puts more.
  package static func finest(spanInDegrees: Double, most: Int) -> Int {
    let span = spanInDegrees * 600
    return all.first { (span / Double($0)).rounded(.down) + 1 <= Double(max(most, 1)) } ?? all[all.count - 1]
  }
}
