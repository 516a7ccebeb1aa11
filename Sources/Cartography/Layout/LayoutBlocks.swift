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

  private let isTall: Bool
  /// The key as it is set; nil without one.
  let key: MapKey.Setting?

  /// The boxes of the wanted furniture for a frame `width` pixels wide; a tall picture has rows to spare below it.
  init(
    _ measures: LayoutMeasures, _ wanted: Set<Furniture>, width: Int, isTall: Bool, key: MapKey?, clock: ClockFace,
    scale: Double
  ) {
    self.measures = measures
    self.width = width
    self.isTall = isTall
    self.key = wanted.contains(.key) ? key?.set(measures, scale: scale, width: width) : nil
    hasBanner = wanted.contains(.banner)
    placeHeader(wanted, clock)
    placeFooter(wanted)
    if width < 8 * Int(measures.titleSize), !wanted.isEmpty { fits = false }
    if let key = self.key, !key.fits { fits = false }
  }

  /// Pieces of furniture side by side on one baseline.
  private struct Row {
    var items: [(furniture: Furniture, x: Int, width: Int, size: Double)]
    /// Size of its largest letters.
    var size: Double { items.map(\.size).max() ?? 0 }
  }

  private mutating func placeHeader(_ wanted: Set<Furniture>, _ clock: ClockFace) {
    var rows: [Row] = []
    func row(_ furniture: Furniture, _ size: Double) -> Row { Row(items: [(furniture, 0, width, size)]) }
    if wanted.contains(.title) { rows.append(row(.title, measures.titleSize)) }
    if wanted.contains(.clock) {
      let setting = FilmClock(clock, measures)
      let own = Int(setting.width.rounded(.up))
      if own > width { fits = false }
      let room = width - own - Int(3 * measures.unit)
      let item = (Furniture.clock, width - own, own, setting.size)
      if rows.isEmpty || Double(room) < 8 * measures.titleSize {
        rows.insert(Row(items: [item]), at: 0)
      } else {
        rows[0] = Row(items: [(.title, 0, room, measures.titleSize), item])
      }
    }
    let both = wanted.contains(.subtitle) && wanted.contains(.timeRange)
    if both, Double(width) >= 58 * measures.subtitleSize {
      let left = width * 3 / 5
      let right = left + Int(2 * measures.unit)
      let size = measures.subtitleSize
      rows.append(Row(items: [(.subtitle, 0, left, size), (.timeRange, right, width - right, size)]))
    } else {
      if wanted.contains(.subtitle) { rows.append(row(.subtitle, measures.subtitleSize)) }
      if wanted.contains(.timeRange) { rows.append(row(.timeRange, measures.subtitleSize)) }
    }
    var top = 0
    for (index, row) in rows.enumerated() {
      let baseline = top + LayoutBlocks.capHeight(row.size)
      for item in row.items {
        let box = PixelRect(
          x: item.x, y: baseline - LayoutBlocks.capHeight(item.size), width: item.width,
          height: LayoutBlocks.rowHeight(item.size))
        above.append((item.furniture, box))
      }
      let tail = row.size * LayoutMeasures.descentShare
      if index + 1 < rows.count {
        let accent = rows[index + 1].size * LayoutMeasures.accentShare
        top = baseline + Int(max(1.75 * measures.unit, tail + accent).rounded(.up))
      } else {
        header = baseline + Int(max(2.25 * measures.unit, tail + measures.hairline + 2).rounded(.up))
      }
    }
  }

  /// The strip's box at a row; its track is as wide as the map and the panel, and the playhead's knob reaches beyond it.
  private func strip(y: Int) -> PixelRect {
    let own = StripMeasures(measures)
    return PixelRect(x: -own.overhang, y: y, width: width + 2 * own.overhang, height: own.height)
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
    if wanted.contains(.dateStrip) {
      // Under the map, where films have their progress, and over the key to its marks.
      top += Int(max(2.25 * measures.unit, small * LayoutMeasures.descentShare).rounded(.up))
      below.append((.dateStrip, strip(y: top)))
      top += StripMeasures(measures).height
    }
    if let key {
      // Between the map and the small print, nearer to the map.
      top += Int(max(1.25 * measures.unit, small * LayoutMeasures.descentShare).rounded(.up))
      below.append((.key, PixelRect(x: 0, y: top, width: width, height: key.height)))
      top += key.height
    }
    footer = top
    let hasBlock = Furniture.block.contains(where: wanted.contains)
    guard hasBlock || wanted.contains(.sources) else { return }
    top += max(gap, Int((small * (LayoutMeasures.descentShare + LayoutMeasures.accentShare)).rounded(.up)))
    let height = LegendMeasures(measures).height
    let box = height + LayoutBlocks.tail(small)
    let column = Int((5 * measures.unit).rounded())
    let beside = Int((2 * measures.unit).rounded())
    let least = Int((14 * small).rounded())
    func bar(_ furniture: Furniture, letters: Double) -> Int {
      wanted.contains(furniture) ? max(min(Int(max(40 * measures.unit, letters * small)), width), least) : 0
    }
    let density = bar(.legend, letters: 17)
    let tracks = bar(.trackLegend, letters: 24)
    let legend = density + tracks + (density > 0 && tracks > 0 ? column : 0)
    let scale = wanted.contains(.scaleBar) ? Int(max(20 * measures.unit, 10 * small).rounded()) : 0
    let arrow = wanted.contains(.northArrow) ? Int((Double(height) * 0.6).rounded()) : 0
    let pair = arrow + scale + (arrow > 0 && scale > 0 ? beside : 0)
    let block = legend + pair + (legend > 0 && pair > 0 ? column : 0)
    if block > width { fits = false }
    let room = width - block - column
    let hasSources = wanted.contains(.sources)
    // What a map says of gaps wants longer rows than what a heatmap does.
    let isBeside = hasSources && hasBlock && Double(room) >= (isTall || tracks > 0 ? 46 : 19) * small
    // With the small print in rows of its own the pair stands at the left edge and the legend at the right.
    let left = hasSources && hasBlock && !isBeside ? 0 : width - block
    if arrow > 0 { below.append((.northArrow, PixelRect(x: left, y: top, width: arrow, height: box))) }
    if scale > 0 {
      below.append((.scaleBar, PixelRect(x: left + pair - scale, y: top, width: scale, height: box)))
    }
    if tracks > 0 {
      below.append((.trackLegend, PixelRect(x: width - legend, y: top, width: tracks, height: box)))
    }
    if density > 0 {
      below.append((.legend, PixelRect(x: width - density, y: top, width: density, height: box)))
    }
    footer = top + (hasBlock ? height : 0)
    guard hasSources else { return }
    if isBeside {
      below.append((.sources, PixelRect(x: 0, y: top, width: room, height: box)))
    } else {
      if hasBlock { top = footer + gap + LayoutBlocks.tail(small) }
      let pitch = Int((small * 1.45).rounded(.up))
      let rows = isTall ? 3 : 2
      let start = LayoutBlocks.rowHeight(small)
      below.append((.sources, PixelRect(x: 0, y: top, width: width, height: start + (rows - 1) * pitch)))
      footer = top + (rows - 1) * pitch + cap
    }
  }

  /// Rows from the top of a capital to the lowest tail.
  static func rowHeight(_ size: Double) -> Int { capHeight(size) + tail(size) }
  /// Rows from the top of a capital to the baseline.
  static func capHeight(_ size: Double) -> Int { Int((size * LayoutMeasures.capShare).rounded(.up)) }
  /// Rows from the baseline to the lowest tail.
  static func tail(_ size: Double) -> Int { Int((size * LayoutMeasures.descentShare).rounded(.up)) }
}
