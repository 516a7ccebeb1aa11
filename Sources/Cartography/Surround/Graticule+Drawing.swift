import Raster

extension Graticule {
  /// Draws the lines across the frame, each on the nearest whole pixels.
  package func drawLines(on pixmap: inout Pixmap, frame: PixelRect, measures: LayoutMeasures, theme: Theme) {
    let line = Int(measures.hairline)
    for meridian in meridians {
      let x = frame.x + Graticule.pixel(meridian.position, line)
      let rect = PixelRect(x: x, y: frame.y, width: line, height: frame.height)
      pixmap.fillRect(rect.intersection(frame), color: theme.graticule)
    }
    for parallel in parallels {
      let y = frame.y + Graticule.pixel(parallel.position, line)
      // Crossings are left to the meridians: two layers of a transparent colour would make dots.
      var left = frame.x
      for meridian in meridians {
        let x = frame.x + Graticule.pixel(meridian.position, line)
        pixmap.fillRect(
          PixelRect(x: left, y: y, width: x - left, height: line).intersection(frame), color: theme.graticule)
        left = x + line
      }
      pixmap.fillRect(
        PixelRect(x: left, y: y, width: frame.maxX - left, height: line).intersection(frame),
        color: theme.graticule)
    }
  }

  /// Draws ticks outside the frame and the degrees beside them: longitudes below, latitudes left, reading upwards.
  ///
  /// A label that would reach round a corner of the frame or touch its neighbour is left out.
  package func drawLabels(on pixmap: inout Pixmap, layout: Layout, theme: Theme) {
    guard layout.longitudeLabels != nil else { return }
    let measures = layout.measures
    let frame = layout.frame
    let line = Int(measures.hairline)
    let tick = Int(measures.tick)
    let style = TextStyle(measures.fonts.regular, size: measures.smallSize)
    let distance = measures.tick + max(0.5 * measures.unit, 2)
    let gap = measures.smallSize
    var end = -Double.infinity
    for meridian in meridians {
      let x = frame.x + Graticule.pixel(meridian.position, line)
      let label = TextLine(
        DegreeText.label(tenthsOfMinute: meridian.tenthsOfMinute, axis: .longitude), style)
      let centre = Double(x) + measures.hairline / 2
      guard centre - label.width / 2 > max(Double(frame.x), end),
        centre + label.width / 2 < Double(frame.maxX)
      else { continue }
      end = centre + label.width / 2 + gap
      pixmap.fillRect(PixelRect(x: x, y: frame.maxY + line, width: line, height: tick), color: theme.frame)
      label.draw(
        on: &pixmap, x: centre, baseline: Double(frame.maxY) + distance + style.capHeight.rounded(.up),
        anchor: .middle, ink: theme.quietInk)
    }
    end = Double.infinity
    for parallel in parallels {
      let y = frame.y + Graticule.pixel(parallel.position, line)
      let label = TextLine(
        DegreeText.label(tenthsOfMinute: parallel.tenthsOfMinute, axis: .latitude), style)
      let centre = Double(y) + measures.hairline / 2
      guard centre + label.width / 2 < min(Double(frame.maxY), end),
        centre - label.width / 2 > Double(frame.y)
      else { continue }
      end = centre - label.width / 2 - gap
      pixmap.fillRect(
        PixelRect(x: frame.x - line - tick, y: y, width: tick, height: line), color: theme.frame)
      let baseline = Double(frame.x) - distance
      theme.quietInk.draw(
        label.upwardPath(at: Point(x: baseline, y: centre + label.width / 2)), on: &pixmap)
    }
  }

  private static func pixel(_ position: Double, _ line: Int) -> Int {
    Int((position - Double(line) / 2).rounded())
  }
}
