/// Begins a ring's two sides with the first point that comes for each.
struct RingStart<Output: StrokeSink>: StrokeSink {
  private(set) var output: Output
  private var hasLeft = false
  private var hasRight = false

  init(output: Output) {
    self.output = output
  }

  mutating func beginLeft(_ point: SubpixelPoint) { left(point) }

  mutating func beginRight(_ point: SubpixelPoint) { right(point) }

  mutating func left(_ point: SubpixelPoint) {
    if hasLeft { output.left(point) } else { output.beginLeft(point) }
    hasLeft = true
  }

  mutating func right(_ point: SubpixelPoint) {
    if hasRight { output.right(point) } else { output.beginRight(point) }
    hasRight = true
  }

  mutating func end(isRing: Bool) { output.end(isRing: isRing) }
}
