import Raster

/// The furniture above and below a frame of a given width, before the picture's height is known.
struct LayoutBlocks {
  /// Rows between the upper margin and the frame.
  private(set) var header = 0
  /// Rows between the frame and the lower margin.
  private(set) var footer = 0
  /// Boxes above the frame; the origin is the frame's left edge and the upper margin's end.
  private(set) var above: [(Furniture, PixelRect)] = []
  /// Boxes below the frame; the origin is the frame's lower left corner.
  private(set) var below: [(Furniture, PixelRect)] = []
  /// The longitudes' labels; the origin is the frame's lower left corner.
  private(set) var longitudeBand: PixelRect?
  /// Whether a marking stands in the margins.
  let hasBanner: Bool
  /// Whether all boxes are wide enough for what stands in them.
  private(set) var fits = true

  private let measures: LayoutMeasures
  private let width: Int

  /// The boxes of the wanted furniture for a frame `width` pixels wide.
  init(_ measures: LayoutMeasures, _ wanted: Set<Furniture>, width: Int) {
    self.measures = measures
    self.width = width
    hasBanner = wanted.contains(.banner)
    placeHeader(wanted)
    placeFooter(wanted)
    if width < 8 * Int(measures.titleSize), !wanted.isEmpty { fits = false }
  }

  private mutating func placeHeader(_ wanted: Set<Furniture>) {
    var rows: [(items: [(Furniture, x: Int, width: Int)], size: Double)] = []
    if wanted.contains(.title) { rows.append(([(.title, 0, width)], measures.titleSize)) }
    let both = wanted.contains(.subtitle) && wanted.contains(.timeRange)
    if both, Double(width) >= 58 * measures.subtitleSize {
      let left = width * 3 / 5
      let right = left + Int(2 * measures.unit)
      rows.append(([(.subtitle, 0, left), (.timeRange, right, width - right)], measures.subtitleSize))
    } else {
      if wanted.contains(.subtitle) { rows.append(([(.subtitle, 0, width)], measures.subtitleSize)) }
      if wanted.contains(.timeRange) { rows.append(([(.timeRange, 0, width)], measures.subtitleSize)) }
    }
    guard !rows.isEmpty else { return }
    var top = 0
    for (index, row) in rows.enumerated() {
      let height = LayoutBlocks.rowHeight(row.size)
      for item in row.items {
        above.append((item.0, PixelRect(x: item.x, y: top, width: item.width, height: height)))
      }
      let tail = row.size * LayoutMeasures.descentShare
      let baseline = top + LayoutBlocks.capHeight(row.size)
      if index + 1 < rows.count {
        let accent = rows[index + 1].size * LayoutMeasures.accentShare
        top = baseline + Int(max(1.75 * measures.unit, tail + accent).rounded(.up))
      } else {
        header = baseline + Int(max(2.25 * measures.unit, tail + measures.hairline + 2).rounded(.up))
      }
    }
  }

  private mutating func placeFooter(_ wanted: Set<Furniture>) {
    let small = measures.smallSize
    let cap = LayoutBlocks.capHeight(small)
    let gap = Int((2 * measures.unit).rounded(.up))
    var top = 0
    if wanted.contains(.degreeLabels) {
      let start = Int(measures.tick + max(0.5 * measures.unit, 2))
      longitudeBand = PixelRect(x: 0, y: 0, width: width, height: start + LayoutBlocks.rowHeight(small))
      top = start + cap
    }
    footer = top
    let block: [Furniture] = [.legend, .scaleBar, .northArrow]
    let hasBlock = block.contains(where: wanted.contains)
    guard hasBlock || wanted.contains(.sources) else { return }
    top += max(gap, Int((small * (LayoutMeasures.descentShare + LayoutMeasures.accentShare)).rounded(.up)))
    let height = LegendMeasures(measures).height
    var right = width
    var leftmost = width
    let column = Int((5 * measures.unit).rounded())
    let widths: [(Furniture, Double, Int)] = [
      (.legend, max(40 * measures.unit, 17 * small), column),
      (.scaleBar, max(20 * measures.unit, 10 * small), Int((2 * measures.unit).rounded())),
      (.northArrow, Double(height) * 0.6, column),
    ]
    for (furniture, wish, after) in widths where wanted.contains(furniture) {
      let least = furniture == .legend ? 14 * small : wish
      let box = Int(min(wish, max(Double(right), least)).rounded())
      right -= box
      if right < 0 { fits = false }
      leftmost = right
      below.append(
        (furniture, PixelRect(x: right, y: top, width: box, height: height + LayoutBlocks.tail(small))))
      right -= after
    }
    footer = top + (hasBlock ? height : 0)
    guard wanted.contains(.sources) else { return }
    let room = hasBlock ? leftmost - column : width
    let line = Int((small * 1.45).rounded(.up))
    if hasBlock, Double(room) >= 26 * small {
      below.append(
        (.sources, PixelRect(x: 0, y: top, width: room, height: height + LayoutBlocks.tail(small))))
    } else {
      if hasBlock { top = footer + gap + LayoutBlocks.tail(small) }
      below.append(
        (.sources, PixelRect(x: 0, y: top, width: width, height: line + LayoutBlocks.rowHeight(small))))
      footer = top + line + cap
    }
  }

  /// Rows from the top of a capital to the lowest tail.
  static func rowHeight(_ size: Double) -> Int { capHeight(size) + tail(size) }
  /// Rows from the top of a capital to the baseline.
  static func capHeight(_ size: Double) -> Int { Int((size * LayoutMeasures.capShare).rounded(.up)) }
  /// Rows from the baseline to the lowest tail.
  static func tail(_ size: Double) -> Int { Int((size * LayoutMeasures.descentShare).rounded(.up)) }
}
