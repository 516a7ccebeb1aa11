/// How a path is drawn as a line; all lengths in pixels.
package struct StrokeStyle: Hashable, Sendable {
  /// The shape of the outer side of a corner.
  package enum Join: Sendable { case miter, round, bevel }

  /// The shape of a line's ends and of each dash's ends.
  package enum Cap: Sendable { case butt, round, square }

  /// Line width; nothing is drawn at 0 or below.
  package var width: Double
  package var join: Join
  package var cap: Cap
  /// A miter longer than this many line widths becomes a bevel (as in SVG).
  package var miterLimit: Double
  /// Lengths of dash, space, dash, space and so on; an odd list is taken twice.
  ///
  /// An empty list, a sum of 0, or a list with a negative or non-finite length draws a solid line.
  package var dashes: [Double]
  /// How far into the pattern each contour begins.
  package var dashOffset: Double

  /// A style; solid, butt ends and miters unless told otherwise.
  package init(
    width: Double, join: Join = .miter, cap: Cap = .butt, miterLimit: Double = 4,
    dashes: [Double] = [], dashOffset: Double = 0
  ) {
    self.width = width
    self.join = join
    self.cap = cap
    self.miterLimit = miterLimit
    self.dashes = dashes
    self.dashOffset = dashOffset
  }
}
