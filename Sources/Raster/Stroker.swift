/// Turns a path and a style into the outline of the line drawn along the path.
///
/// The outline overlaps itself where the line does: fill it non-zero. All offsets are computed from differences and
/// quantised before they are added, so that the outline is the same at any whole-pixel offset, and for the
/// path and its reverse (dashes apart, which begin at each contour's start).
package struct Stroker: Sendable {
  /// Half the line's width in subpixels.
  let radius: Double
  let style: StrokeStyle
  let dashes: DashPattern?
  /// Two unit vectors with this scalar product or more need no point of an arc between them.
  let arcStepCosine: Double

  /// A stroker for one style; a width that is not above 0 gives empty outlines.
  package init(_ style: StrokeStyle) {
    self.style = style
    let isVisible = style.width > 0 && style.width.isFinite
    radius = isVisible ? min(style.width / 2, 1e8) * Double(SubpixelPoint.one) : 0
    dashes = DashPattern(lengthsInPixels: style.dashes, offsetInPixels: style.dashOffset)
    let sagitta = min(
      ContourFlattener<StrokeCollector<StrokeOutline>>.toleranceInPixels / style.width * 2, 0.25)
    arcStepCosine = 2 * (1 - sagitta) * (1 - sagitta) - 1
  }

  /// The outline of the line along `path`, of straight lines in pixels; empty where nothing is to be drawn.
  ///
  /// A contour of length 0 is a dot with round and square caps and nothing with butt ones; a contour of a move
  /// alone is nothing.
  package func outline(of path: Path) -> Path {
    var contour = StrokeContour()
    return stroke(path, near: nil, contour: &contour, into: StrokeOutline()).path
  }

  /// How far ink may lie from the path's points, in pixels.
  var reachInPixels: Double {
    let corner = style.join == .miter ? max(style.miterLimit, 1.5) : 1.5
    return radius / Double(SubpixelPoint.one) * min(corner, 1e6) + 1
  }

  /// Hands the stroke's sides to a sink, without lines that cannot touch `region`.
  @discardableResult func stroke<Output: StrokeSink>(
    _ path: Path, near region: PixelRect?, contour: inout StrokeContour, into output: Output
  ) -> Output {
    if radius <= 0 { return output }
    var collector = StrokeCollector(
      stroker: self,
      neighbourhood: region.map { StrokeNeighbourhood(of: $0, reachInPixels: cornerReachInPixels) },
      output: output)
    swap(&collector.contour, &contour)
    ContourFlattener.walk(path, into: &collector)
    swap(&collector.contour, &contour)
    return collector.output
  }

  /// How far a corner may move the sides' points: where the sides of a turn with cosine -0.98 meet, 9.95 radii away.
  private var cornerReachInPixels: Double {
    max(reachInPixels, 10 * radius / Double(SubpixelPoint.one) + 1)
  }

  /// Strokes a whole contour.
  func stroke<Output: StrokeSink>(
    _ contour: StrokeContour, near neighbourhood: StrokeNeighbourhood?, into output: inout Output
  ) {
    guard let first = contour.points.first else { return }
    let count = contour.lengths.count
    if count == 0 {
      dot(at: first, normal: SIMD2(0, -1), into: &output)
    } else if let dashes {
      dashes.cut(contour, near: neighbourhood) { dash in
        if dash.isClosed {
          ring(dash, into: &output)
        } else {
          line(dash, from: 0, count: dash.lengths.count, into: &output)
        }
      } dot: { point, normal in
        dot(at: point, normal: normal, into: &output)
      }
    } else if let neighbourhood {
      neighbourhood.runs(of: contour) { start, length in
        if contour.isClosed && length == count {
          ring(contour, into: &output)
        } else {
          line(contour, from: start, count: length, into: &output)
        }
      }
    } else if contour.isClosed {
      ring(contour, into: &output)
    } else {
      line(contour, from: 0, count: count, into: &output)
    }
  }

  /// Strokes `count` segments from segment `first` on, with caps; segments count on from 0 after a closed contour's last.
  private func line<Output: StrokeSink>(
    _ contour: StrokeContour, from first: Int, count: Int, into output: inout Output
  ) {
    let segments = contour.lengths.count
    contour.points.withUnsafeBufferPointer { points in
      contour.isSmooth.withUnsafeBufferPointer { isSmooth in
        contour.normals.withUnsafeBufferPointer { normals in
          contour.lengths.withUnsafeBufferPointer { lengths in
            var segment = first
            startCap(at: points[first], normal: normals[first], into: &output)
            for _ in 1..<count {
              let next = segment &+ 1 == segments ? 0 : segment &+ 1
              join(
                at: points[next], from: normals[segment], lengths[segment], to: normals[next], lengths[next],
                isSmooth: isSmooth[next], into: &output)
              segment = next
            }
            let last = segment &+ 1 == points.count ? 0 : segment &+ 1
            endCap(at: points[last], normal: normals[segment], into: &output)
          }
        }
      }
    }
    output.end(isRing: false)
  }

  /// Strokes a closed contour.
  private func ring<Output: StrokeSink>(_ contour: StrokeContour, into output: inout Output) {
    withUnsafeMutablePointer(to: &output) { output in
      var rim = RingStart(output: output)
      var previous = contour.lengths.count - 1
      for index in contour.lengths.indices {
        join(
          at: contour.points[index], from: contour.normals[previous], contour.lengths[previous],
          to: contour.normals[index], contour.lengths[index], isSmooth: contour.isSmooth[index], into: &rim)
        previous = index
      }
      rim.end(isRing: true)
    }
  }
}
