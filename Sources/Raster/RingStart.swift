/// Begins a ring's two sides with the first point that comes for each.
///
/// Works on the sink where it stands: a copy of one that gathers edges would be as long as all rings before.
struct RingStart<Output: StrokeSink>: StrokeSink {
  private let output: UnsafeMutablePointer<Output>
  private var hasLeft = false
  private var hasRight = false

  /// A start that must not outlive the pointer.
  init(output: UnsafeMutablePointer<Output>) {
    self.output = output
  }

  mutating func beginLeft(_ point: SubpixelPoint) { left(point) }

  mutating func beginRight(_ point: SubpixelPoint) { right(point) }

  mutating func left(_ point: SubpixelPoint) {
    if hasLeft { output.pointee.left(point) } else { output.pointee.beginLeft(point) }
    hasLeft = true
  }

  mutating func right(_ point: SubpixelPoint) {
    if hasRight { output.pointee.right(point) } else { output.pointee.beginRight(point) }
    hasRight = true
  }

  mutating func end(isRing: Bool) { output.pointee.end(isRing: isRing) }
}
