/// The rows of a date strip in whole pixels from its upper edge: marks of events, the track of time, ticks, labels.
struct StripMeasures: Sendable, Equatable {
  /// How many rows of marks there are.
  let markRows: Int
  /// From one row of marks to the next, which is as large as a mark may be.
  let markPitch: Int
  /// First row of the track.
  let trackTop: Int
  /// Rows of the track.
  let trackHeight: Int
  /// Length of a labelled tick.
  let tick: Int
  /// Baseline of the labels.
  let baseline: Int
  /// Radius of the playhead's knob.
  let knob: Double
  /// How far the knob reaches beyond the track's ends, paper about it included.
  let overhang: Int
  /// Width of the thinnest line.
  let hairline: Int
  /// From the upper edge to the labels' lowest tail.
  let height: Int

  /// The rows in a picture's measures.
  init(_ measures: LayoutMeasures) {
    let unit = measures.unit
    let small = measures.smallSize
    // Letters of small pictures are large for them, and so are marks that can be told apart.
    let share = small / 12.5
    markRows = unit >= 0.36 * small ? 3 : 2
    markPitch = Int(max(unit * 1.25, share * 7).rounded())
    trackHeight = Int(max(0.625 * unit, share * 3.5).rounded())
    knob = max(0.75 * unit, share * 4.5)
    hairline = Int(measures.hairline)
    overhang = Int(knob.rounded(.up)) + hairline
    trackTop = max(markRows * markPitch + Int(max(0.375 * unit, share * 2).rounded()), overhang)
    tick = Int(measures.tick)
    let gap = Int(max(0.5 * unit, share * 3).rounded())
    baseline = trackTop + trackHeight + max(tick + gap, overhang) + LayoutBlocks.capHeight(small)
    height = baseline + LayoutBlocks.tail(small)
  }

  /// Rows from the upper edge to the last that the playhead covers.
  var movingHeight: Int { trackTop + trackHeight + overhang }
}
