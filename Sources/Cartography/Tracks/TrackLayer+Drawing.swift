import Geography
import Raster

extension TrackLayer {
  /// Draws what reaches into a window of the layer's grid, laid over what is on the pixmap: first the gaps, then the
  /// lines, vessels by rising MMSI and each in the order of time.
  ///
  /// The pixmap has the window's size. A pixel gets the same bits whatever window it is drawn in.
  package func draw(on pixmap: inout Pixmap, viewport: Viewport, theme: Theme) {
    drawGaps(on: &pixmap, viewport: viewport, theme: theme)
    drawLines(on: &pixmap, viewport: viewport, theme: theme)
  }

  /// Draws the dashes where nobody saw the ships, all as one shape.
  package func drawGaps(on pixmap: inout Pixmap, viewport: Viewport, theme: Theme) {
    let window = window(viewport, reach: style)
    var gaps = Path()
    for number in pieces(near: window) {
      let piece = traced.pieces[Int(number)]
      guard piece.isGap, let copies = window.copies(of: piece) else { continue }
      let (from, to) = (traced.points[piece.firstPoint], traced.points[piece.firstPoint + 1])
      for copy in copies {
        let x = piece.originX + copy * TrackPoint.worldWidth
        window.addDashes(
          from: window.place(x: x, y: from.y), to: window.place(x: x + from.east(to: to), y: to.y), into: &gaps)
      }
    }
    if !gaps.isEmpty { pixmap.stroke(gaps, style: style.dash, color: theme.tracks.gap) }
  }

  /// Draws the observed legs, each run as one shape; a casing of so many pixels lies beneath all of them and sets them
  /// off from the ground.
  package func drawLines(on pixmap: inout Pixmap, viewport: Viewport, theme: Theme, casing: Double = 0) {
    let window = window(viewport, reach: style)
    let runs = runs(near: window)
    if let width = style.casing(reach: casing) {
      for run in runs { pixmap.stroke(path(of: run, window), style: width, color: theme.casing) }
    }
    let colors = coloring.colors(theme).map { color in
      var color = color
      color.alpha *= style.opacity
      return color
    }
    for run in runs {
      let piece = traced.pieces[run[0].number]
      pixmap.stroke(
        path(of: run, window), style: piece.legs == 0 ? style.dot : style.solid, color: colors[Int(piece.color)])
    }
  }

  /// Draws a band beneath the lines of some vessels, all of it as one shape, that shows `reach` pixels on both sides.
  package func drawHalo(on pixmap: inout Pixmap, viewport: Viewport, vessels: Set<Int>, reach: Double, color: Color) {
    let halo = style.halo(reach: reach)
    let window = window(viewport, reach: style.widened(to: halo.width))
    var path = Path()
    for run in runs(near: window) where vessels.contains(Int(traced.pieces[run[0].number].vessel)) {
      path.append(self.path(of: run, window))
    }
    if !path.isEmpty { pixmap.stroke(path, style: halo, color: color) }
  }

  /// Whether a line or a gap's dashes may reach into a window of the layer's grid.
  package func reaches(_ viewport: Viewport) -> Bool {
    let window = window(viewport, reach: style)
    return pieces(near: window).contains { window.copies(of: traced.pieces[Int($0)]) != nil }
  }

  func window(_ viewport: Viewport, reach style: TrackLineStyle) -> TrackWindow {
    precondition(viewport.grid == grid, "a layer is drawn in its own grid")
    return TrackWindow(viewport, style: style)
  }

  /// The numbers of pieces in squares that a window touches, rising.
  func pieces(near window: TrackWindow) -> [UInt32] {
    cells.pieces(
      rows: (window.north >> cells.shift)...(window.south >> cells.shift),
      columns: (window.west >> cells.shift)...(window.east >> cells.shift))
  }

  private typealias Near = (number: Int, copies: ClosedRange<Int64>)

  /// The observed pieces that a window meets, those of one run together.
  private func runs(near window: TrackWindow) -> [[Near]] {
    var near: [Near] = []
    for number in pieces(near: window) {
      let piece = traced.pieces[Int(number)]
      if !piece.isGap, let copies = window.copies(of: piece) { near.append((Int(number), copies)) }
    }
    var runs: [[Near]] = []
    var start = 0
    while start < near.count {
      var end = start + 1
      while end < near.count, isOneRun(near[end - 1].number, near[end].number) { end += 1 }
      runs.append(Array(near[start..<end]))
      start = end
    }
    return runs
  }

  /// Whether no run begins behind one piece up to another one.
  private func isOneRun(_ number: Int, _ later: Int) -> Bool {
    for between in number..<later where traced.pieces[between].isLast { return false }
    return true
  }

  /// The pieces of one run that are near, each as often as it is.
  ///
  /// Pieces that follow each other are one contour, so that the line has no seam; all contours of a run are one shape.
  private func path(of near: [Near], _ window: TrackWindow) -> Path {
    var path = Path()
    guard let first = near.first else { return path }
    let copies = near.reduce(first.copies) {
      min($0.lowerBound, $1.copies.lowerBound)...max($0.upperBound, $1.copies.upperBound)
    }
    for copy in copies {
      var range = 0..<0
      for (number, itsCopies) in near where itsCopies.contains(copy) {
        if number == range.upperBound {
          range = range.lowerBound..<(number + 1)
        } else {
          add(range, copy: copy, to: &path, window)
          range = number..<(number + 1)
        }
      }
      add(range, copy: copy, to: &path, window)
    }
    return path
  }

  /// Adds consecutive pieces of a run as one contour, with the leg before and the leg behind where there is one: they
  /// decide how the stroke's sides turn at its ends.
  private func add(_ range: Range<Int>, copy: Int64, to path: inout Path, _ window: TrackWindow) {
    guard !range.isEmpty else { return }
    let first = traced.pieces[range.lowerBound]
    let last = traced.pieces[range.upperBound - 1]
    var index = first.firstPoint
    var x = first.originX + copy * TrackPoint.worldWidth
    if !first.isFirst {
      index -= 1
      x -= traced.points[index].east(to: traced.points[index + 1])
    }
    let end = last.firstPoint + Int(last.legs) + (last.isLast ? 0 : 1)
    path.move(to: window.point(x: x, y: traced.points[index].y))
    // A contour of no length is a dot.
    if index == end { path.line(to: window.point(x: x, y: traced.points[index].y)) }
    while index < end {
      x += traced.points[index].east(to: traced.points[index + 1])
      index += 1
      path.line(to: window.point(x: x, y: traced.points[index].y))
    }
  }
}
