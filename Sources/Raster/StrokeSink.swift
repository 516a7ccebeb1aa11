/// What receives the two sides of a stroke, each from the line's start to its end.
protocol StrokeSink {
  /// The left side begins here.
  mutating func beginLeft(_ point: SubpixelPoint)
  /// The right side begins here.
  mutating func beginRight(_ point: SubpixelPoint)
  /// The left side goes on to this point.
  mutating func left(_ point: SubpixelPoint)
  /// The right side goes on to this point.
  mutating func right(_ point: SubpixelPoint)
  /// The line ends: a ring's sides close upon themselves, other lines' sides upon each other.
  mutating func end(isRing: Bool)
}
