/// The three rows that legend, scale bar and sources share: words, bar, words; whole pixels from the box's top.
struct LegendMeasures {
  /// Baseline of the upper words.
  let upperBaseline: Int
  /// First row of the colour bar.
  let barTop: Int
  /// Rows of the colour bar.
  let barHeight: Int
  /// Baseline of the lower words.
  let lowerBaseline: Int

  /// The rows for a picture's measures.
  init(_ measures: LayoutMeasures) {
    let cap = LayoutBlocks.capHeight(measures.smallSize)
    let tail = LayoutBlocks.tail(measures.smallSize)
    let gap = max(Int((0.875 * measures.unit).rounded()), tail + 1)
    upperBaseline = cap
    barTop = cap + gap
    barHeight = max(Int((1.25 * measures.unit).rounded()), 4)
    lowerBaseline = barTop + barHeight + max(Int(measures.tick) + Int(0.5 * measures.unit), 4) + cap
  }

  /// Rows from the top of the upper words to the lower baseline.
  var height: Int { lowerBaseline }
}
