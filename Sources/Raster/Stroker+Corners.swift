extension Stroker {
  /// A corner flatter than this is drawn as a miter whatever the style: arc, bevel and miter then agree to 1/64 pixel.
  private static let flatnessInPixels = 1.0 / 32

  /// Passes the corner between two segments, given by their unit normals and their lengths in subpixels.
  ///
  /// The inner side turns where the two offset lines meet if the segments reach so far, and goes through the
  /// corner's point if not, which leaves all winding numbers at 0 or above.
  @inline(__always) func join<Output: StrokeSink>(
    at point: SubpixelPoint, from a: SIMD2<Double>, _ aLength: Double, to b: SIMD2<Double>, _ bLength: Double,
    isSmooth: Bool, into output: inout Output
  ) {
    let cosine = a.x * b.x + a.y * b.y
    let sine = a.x * b.y - a.y * b.x
    let shorter = aLength < bLength ? aLength : bLength
    let meets = cosine > -0.98 && (sine < 0 ? -sine : sine) * radius <= shorter * (1 + cosine)
    if meets && (1 - cosine) * radius <= Self.flatnessInPixels * Double(SubpixelPoint.one) {
      let (left, right) = sides(of: point, miter(a, b, cosine))
      output.left(left)
      output.right(right)
    } else {
      corner(at: point, from: a, to: b, cosine, sine, meets: meets, isSmooth: isSmooth, into: &output)
    }
  }

  @inline(never) private func corner<Output: StrokeSink>(
    at point: SubpixelPoint, from a: SIMD2<Double>, to b: SIMD2<Double>, _ cosine: Double, _ sine: Double,
    meets: Bool, isSmooth: Bool, into output: inout Output
  ) {
    let isLeftOuter = sine >= 0
    let (leftA, rightA) = sides(of: point, a)
    let (leftB, rightB) = sides(of: point, b)
    let tip = meets || cosine > -0.9999 ? sides(of: point, miter(a, b, cosine)) : (leftA, rightA)
    if meets {
      if isLeftOuter { output.right(tip.1) } else { output.left(tip.0) }
    } else if isLeftOuter {
      output.right(rightA)
      output.right(point)
      output.right(rightB)
    } else {
      output.left(leftA)
      output.left(point)
      output.left(leftB)
    }

    let join = isSmooth ? .round : style.join
    if join == .miter && cosine > -0.9999 && (1 + cosine) * style.miterLimit * style.miterLimit >= 2 {
      if isLeftOuter { output.left(tip.0) } else { output.right(tip.1) }
      return
    }
    if isLeftOuter { output.left(leftA) } else { output.right(rightA) }
    if join == .round {
      let (from, to) = isLeftOuter ? (a, b) : (-a, -b)
      if sine == 0 && cosine < 0 {
        let ahead = Self.along(a)
        arc(at: point, from: from, to: ahead, isLeft: isLeftOuter, into: &output)
        turn(at: point, ahead, isLeft: isLeftOuter, into: &output)
        arc(at: point, from: ahead, to: to, isLeft: isLeftOuter, into: &output)
      } else {
        arc(at: point, from: from, to: to, isLeft: isLeftOuter, into: &output)
      }
    }
    if isLeftOuter { output.left(leftB) } else { output.right(rightB) }
  }

  /// Begins both sides around a line's first point.
  func startCap<Output: StrokeSink>(at point: SubpixelPoint, normal: SIMD2<Double>, into output: inout Output) {
    let ahead = Self.along(normal)
    let (left, right) = sides(of: point, normal)
    switch style.cap {
    case .butt:
      output.beginLeft(left)
      output.beginRight(right)
    case .square:
      let back = sides(of: point, ahead).1
      output.beginLeft(sides(of: back, normal).0)
      output.beginRight(sides(of: back, normal).1)
    case .round:
      output.beginLeft(left)
      output.beginRight(left)
      arc(at: point, from: normal, to: -ahead, isLeft: false, into: &output)
      turn(at: point, -ahead, isLeft: false, into: &output)
      arc(at: point, from: -ahead, to: -normal, isLeft: false, into: &output)
      output.right(right)
    }
  }

  /// Leads both sides around a line's last point.
  func endCap<Output: StrokeSink>(at point: SubpixelPoint, normal: SIMD2<Double>, into output: inout Output) {
    let ahead = Self.along(normal)
    let (left, right) = sides(of: point, normal)
    switch style.cap {
    case .butt:
      output.left(left)
      output.right(right)
    case .square:
      let front = sides(of: point, ahead).0
      output.left(sides(of: front, normal).0)
      output.right(sides(of: front, normal).1)
    case .round:
      output.left(left)
      output.right(right)
      arc(at: point, from: normal, to: ahead, isLeft: true, into: &output)
      turn(at: point, ahead, isLeft: true, into: &output)
      arc(at: point, from: ahead, to: -normal, isLeft: true, into: &output)
      output.left(right)
    }
  }

  /// A line of no length: its two caps.
  func dot<Output: StrokeSink>(at point: SubpixelPoint, normal: SIMD2<Double>, into output: inout Output) {
    if style.cap == .butt { return }
    startCap(at: point, normal: normal, into: &output)
    endCap(at: point, normal: normal, into: &output)
    output.end(isRing: false)
  }

  /// The points of an arc between two unit vectors less than half a turn apart, both exclusive.
  ///
  /// Halving is the same from either end, and needs no trigonometry, whose last bits differ between platforms.
  private func arc<Output: StrokeSink>(
    at point: SubpixelPoint, from a: SIMD2<Double>, to b: SIMD2<Double>, isLeft: Bool,
    into output: inout Output
  ) {
    let sum = a + b
    let square = sum.x * sum.x + sum.y * sum.y
    // |a + b|^2 = 2 + 2 cosine
    if square >= 2 + 2 * arcStepCosine || square <= 0 { return }
    let middle = sum / square.squareRoot()
    arc(at: point, from: a, to: middle, isLeft: isLeft, into: &output)
    turn(at: point, middle, isLeft: isLeft, into: &output)
    arc(at: point, from: middle, to: b, isLeft: isLeft, into: &output)
  }

  private func turn<Output: StrokeSink>(
    at point: SubpixelPoint, _ direction: SIMD2<Double>, isLeft: Bool, into output: inout Output
  ) {
    let place = sides(of: point, direction).0
    if isLeft { output.left(place) } else { output.right(place) }
  }

  /// The direction of travel that a left normal belongs to.
  @inline(__always) private static func along(_ normal: SIMD2<Double>) -> SIMD2<Double> {
    SIMD2(-normal.y, normal.x)
  }

  /// The vector to where the lines offset by unit normals `a` and `b` meet, in radii.
  @inline(__always) private func miter(_ a: SIMD2<Double>, _ b: SIMD2<Double>, _ cosine: Double) -> SIMD2<
    Double
  > {
    let scale = 1 / (1 + cosine)
    return SIMD2((a.x + b.x) * scale, (a.y + b.y) * scale)
  }

  /// The points one vector, in radii, to the left and to the right of a point.
  @inline(__always) private func sides(
    of point: SubpixelPoint, _ vector: SIMD2<Double>
  ) -> (SubpixelPoint, SubpixelPoint) {
    let x = SubpixelPoint.nearest(vector.x * radius)
    let y = SubpixelPoint.nearest(vector.y * radius)
    return (SubpixelPoint(x: point.x &+ x, y: point.y &+ y), SubpixelPoint(x: point.x &- x, y: point.y &- y))
  }
}
