import Behaviour
import Raster

/// The furniture of a film that differs from frame to frame: clock and date strip, made once for all of them.
///
/// Both repaint their whole boxes and touch nothing else, so that frames may be drawn on one another's pictures.
package struct FilmFurniture: Sendable {
  /// What changes from frame to frame, in pixels of the picture.
  package let dynamicBoxes: [PixelRect]
  private let theme: Theme
  private let clock: (setting: FilmClock, box: PixelRect)?
  private let strip: (drawing: FilmStrip, box: PixelRect)?

  /// The furniture for a layout that was made for the same timeline; what the layout has no room for is left out.
  ///
  /// `events` stand on the strip; `window` is how long a frame looks back in milliseconds, nil for a film that does not.
  package init(
    layout: Layout, theme: Theme, timeline: FilmTimeline, events: [(number: Int, event: Event)], window: Int64? = nil
  ) {
    let measures = layout.measures
    self.theme = theme
    clock = layout.box(.clock).map { (FilmClock(ClockFace(timeline), measures), $0) }
    strip = layout.box(.dateStrip).map {
      let drawing = FilmStrip(
        width: $0.width, layout: measures, theme: theme, span: timeline.span, events: events.map(\.event),
        window: window)
      return (drawing, $0)
    }
    let moving = strip.map {
      PixelRect(x: $0.box.x, y: $0.box.y, width: $0.box.width, height: StripMeasures(measures).movingHeight)
    }
    dynamicBoxes = [clock?.box, moving].compactMap(\.self)
  }

  /// Draws the clock at an instant in milliseconds since 1970; nothing where the layout has none.
  package func drawClock(at milliseconds: Int64, on pixmap: inout Pixmap) {
    guard let clock else { return }
    // Letters may reach beyond their places by a hair.
    var own = Pixmap(width: clock.box.width, height: clock.box.height, background: theme.page)
    clock.setting.draw(
      at: milliseconds, on: &own, right: Double(own.width),
      baseline: Double(LayoutBlocks.capHeight(clock.setting.size)), theme: theme)
    pixmap.copy(own, x: clock.box.x, y: clock.box.y)
  }

  /// Draws the date strip at an instant in milliseconds since 1970; nothing where the layout has none.
  package func drawStrip(at milliseconds: Int64, on pixmap: inout Pixmap) {
    guard let strip else { return }
    strip.drawing.draw(at: milliseconds, on: &pixmap, in: strip.box)
  }
}
