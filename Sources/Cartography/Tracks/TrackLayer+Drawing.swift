import Geography
import Raster

extension TrackLayer {
  /// Draws what reaches into a window of the layer's grid, laid over what is on the pixmap: first the gaps, then the
  /// lines, vessels by rising MMSI and each in the order of time.
  ///
  /// The pixmap has the window's size. A pixel gets the same bits whatever window it is drawn in.
  package func draw(on pixmap: inout Pixmap, viewport: Viewport, theme: Theme) {
    precondition(viewport.grid == grid, "a layer is drawn in its own grid")
    let window = TrackWindow(viewport, style: style)
    let found = pieces(near: window)
    guard !found.isEmpty else { return }
    var gaps = Path()
    var near: [(number: Int, copies: ClosedRange<Int64>)] = []
    for number in found {
      let piece = traced.pieces[Int(number)]
      guard let copies = window.copies(of: piece) else { continue }
      if piece.isGap {
        let (from, to) = (traced.points[piece.firstPoint], traced.points[piece.firstPoint + 1])
        for copy in copies {
          let x = piece.originX + copy * TrackPoint.worldWidth
          window.addDashes(
            from: window.place(x: x, y: from.y), to: window.place(x: x + from.east(to: to), y: to.y), into: &gaps)
        }
      } else {
        near.append((Int(number), copies))
      }
    }
    if !gaps.isEmpty { pixmap.stroke(gaps, style: style.dash, color: theme.tracks.gap) }
    let colors = coloring.colors(theme)
    let (solid, dot) = (style.solid, style.dot)
    var start = 0
    while start < near.count {
      var end = start + 1
      while end < near.count, isOneRun(near[end - 1].number, near[end].number) { end += 1 }
      var path = Path()
      addRun(near[start..<end], to: &path, window)
      let piece = traced.pieces[near[start].number]
      pixmap.stroke(path, style: piece.legs == 0 ? dot : solid, color: colors[Int(piece.color)])
      start = end
    }
  }

  /// Whether a line or a gap's dashes may reach into a window of the layer's grid.
  package func reaches(_ viewport: Viewport) -> Bool {
    let window = TrackWindow(viewport, style: style)
    return pieces(near: window).contains { window.copies(of: traced.pieces[Int($0)]) != nil }
  }

  private func pieces(near window: TrackWindow) -> [UInt32] {
    cells.pieces(
      rows: (window.north >> cells.shift)...(window.south >> cells.shift),
      columns: (window.west >> cells.shift)...(window.east >> cells.shift))
  }

  /// Whether no run begins behind one piece up to another one.
  private func isOneRun(_ number: Int, _ later: Int) -> Bool {
    for between in number..<later where traced.pieces[between].isLast { return false }
    return true
  }

  /// Adds the pieces of one run that are near, each as often as it is.
  ///
  /// Pieces that follow each other are one contour, so that the line has no seam; all contours of a run are one shape.
  private func addRun(
    _ near: ArraySlice<(number: Int, copies: ClosedRange<Int64>)>, to path: inout Path, _ window: TrackWindow
  ) {
    guard let first = near.first else { return }
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
