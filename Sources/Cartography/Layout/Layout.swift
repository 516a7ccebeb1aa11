import Raster

/// Where the map and its furniture stand on a picture, in whole pixels.
///
/// The map fills the frame; title, clock, subtitle and time range stand above it, the date strip, key, legends, scale bar,
/// north arrow and sources below, degree labels in the left margin and under the frame. No two boxes overlap and none leaves the picture.
/// Furniture for which there is no room is left out in the order of `Furniture`, but first of all a key of too many rows.
package struct Layout: Sendable {
  /// Columns of the picture.
  package let pictureWidth: Int
  /// Rows of the picture.
  package let pictureHeight: Int
  /// What the map's viewport covers; the frame's line lies just outside it.
  package let frame: PixelRect
  /// Sizes of letters and lines.
  package let measures: LayoutMeasures
  /// Furniture that was asked for and has no room, in the order in which it was given up.
  package let dropped: [Furniture]
  /// The left margin beside the frame, for labels that read upwards; nil without degree labels.
  package let latitudeLabels: PixelRect?
  /// The band under the frame; nil without degree labels.
  package let longitudeLabels: PixelRect?
  /// The marking at the upper edge.
  package let upperBanner: PixelRect?
  /// The marking at the lower edge.
  package let lowerBanner: PixelRect?
  private let boxes: [Furniture: PixelRect]

  /// The box of a piece of furniture that has one box; nil where it is left out.
  package func box(_ furniture: Furniture) -> PixelRect? { boxes[furniture] }

  /// The layout of a picture of a given size in pixels, of which `scale` make a point; `key` fills the key's box and
  /// `clock` that of the clock.
  package init(
    pictureWidth: Int, pictureHeight: Int, scale: Double = 1, furniture: Set<Furniture>, key: MapKey? = nil,
    clock: ClockFace = ClockFace(), fonts: Typefaces = .embedded
  ) {
    var wanted = furniture
    var dropped: [Furniture] = []
    while true {
      let measures = LayoutMeasures(
        pictureWidth: Double(pictureWidth), pictureHeight: Double(pictureHeight), scale: scale,
        hasBanner: wanted.contains(.banner), fonts: fonts)
      let margin = min(pictureWidth, pictureHeight) >= 6 * measures.margin ? measures.margin : 0
      let width = pictureWidth - 2 * margin
      let blocks = LayoutBlocks(
        measures, wanted, width: width, isTall: pictureHeight > pictureWidth, key: key, clock: clock, scale: scale)
      let height = pictureHeight - 2 * margin - blocks.header - blocks.footer
      let panel = wanted.contains(.panel) ? PanelRoom(measures, width: width, height: height) : nil
      let fits = blocks.fits && margin > 0 && 2 * height >= pictureHeight && panel?.fits != false
      if fits || wanted.isEmpty {
        self.init(
          measures: measures, blocks: blocks, margin: margin, frameWidth: width - (panel?.columns ?? 0),
          frameHeight: height - (panel?.rows ?? 0), panel: panel, dropped: dropped)
        return
      }
      Layout.dropOne(&wanted, &dropped, blocks)
    }
  }

  /// The layout around a frame of a given size in pixels, of which `scale` make a point: the picture's size follows.
  package init(
    frameWidth: Int, frameHeight: Int, scale: Double = 1, furniture: Set<Furniture>, key: MapKey? = nil,
    clock: ClockFace = ClockFace(), fonts: Typefaces = .embedded
  ) {
    var wanted = furniture
    var dropped: [Furniture] = []
    while true {
      let measures = LayoutMeasures(
        pictureWidth: Double(frameWidth) * 1.05, pictureHeight: Double(frameHeight) * 1.25, scale: scale,
        hasBanner: wanted.contains(.banner), fonts: fonts)
      let panel = wanted.contains(.panel) ? PanelRoom(measures, frameWidth: frameWidth, frameHeight: frameHeight) : nil
      let blocks = LayoutBlocks(
        measures, wanted, width: frameWidth + (panel?.columns ?? 0), isTall: frameHeight > frameWidth, key: key,
        clock: clock, scale: scale)
      let margin = min(frameWidth, frameHeight) >= 4 * measures.margin ? measures.margin : 0
      let around = blocks.header + blocks.footer + 2 * margin
      if (blocks.fits && margin > 0 && frameHeight >= around) || wanted.isEmpty {
        self.init(
          measures: measures, blocks: blocks, margin: margin, frameWidth: frameWidth,
          frameHeight: frameHeight, panel: panel, dropped: dropped)
        return
      }
      Layout.dropOne(&wanted, &dropped, blocks)
    }
  }

  /// The layout of a map without furniture or margin, with the letters of another picture.
  init(insetWidth: Int, insetHeight: Int, measures: LayoutMeasures) {
    (pictureWidth, pictureHeight) = (insetWidth, insetHeight)
    frame = PixelRect(x: 0, y: 0, width: insetWidth, height: insetHeight)
    self.measures = measures
    (dropped, boxes) = ([], [:])
    (latitudeLabels, longitudeLabels, upperBanner, lowerBanner) = (nil, nil, nil, nil)
  }

  private init(
    measures: LayoutMeasures, blocks: LayoutBlocks, margin: Int, frameWidth: Int, frameHeight: Int,
    panel: PanelRoom?, dropped: [Furniture]
  ) {
    let frame = PixelRect(x: margin, y: margin + blocks.header, width: frameWidth, height: frameHeight)
    let width = frameWidth + (panel?.columns ?? 0)
    let bottom = frame.maxY + (panel?.rows ?? 0)
    pictureWidth = width + 2 * margin
    pictureHeight = bottom + blocks.footer + margin
    self.frame = frame
    self.measures = measures
    self.dropped = dropped
    var boxes: [Furniture: PixelRect] = [:]
    for (furniture, box) in blocks.above { boxes[furniture] = box.offset(dx: margin, dy: margin) }
    for (furniture, box) in blocks.below { boxes[furniture] = box.offset(dx: margin, dy: bottom) }
    boxes[.panel] = panel?.box(beside: frame)
    self.boxes = boxes
    if let band = blocks.longitudeBand {
      longitudeLabels = PixelRect(x: band.x, y: band.y, width: frameWidth, height: band.height)
        .offset(dx: margin, dy: frame.maxY)
      latitudeLabels = PixelRect(x: 0, y: frame.y, width: margin, height: frameHeight)
    } else {
      longitudeLabels = nil
      latitudeLabels = nil
    }
    if blocks.hasBanner {
      // The marking keeps clear of accents above and tails below by lying in the outer two thirds of the margin.
      let height = margin * 2 / 3
      upperBanner = PixelRect(x: margin, y: 0, width: width, height: height)
      lowerBanner = PixelRect(x: margin, y: pictureHeight - height, width: width, height: height)
    } else {
      upperBanner = nil
      lowerBanner = nil
    }
  }

  private static func dropOne(
    _ wanted: inout Set<Furniture>, _ dropped: inout [Furniture], _ blocks: LayoutBlocks
  ) {
    // Nothing else has to go for a key that has no room in any case.
    let isKeyTooLong = blocks.key.map { !$0.fits } ?? false
    guard let next = isKeyTooLong ? .key : Furniture.allCases.first(where: wanted.contains) else { return }
    wanted.remove(next)
    dropped.append(next)
  }
}
