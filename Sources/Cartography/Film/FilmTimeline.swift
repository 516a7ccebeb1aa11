/// Which time each frame of a film stands for: half-open stretches of one length, one behind the other.
///
/// What a frame shows is how things were at its end. The last frame ends with the span and may be shorter.
package struct FilmTimeline: Sendable, Equatable {
  /// Milliseconds since 1970 of the whole film, half-open.
  package let span: Range<Int64>
  /// Milliseconds of data to a frame.
  package let step: Int64

  /// Frames of `step` milliseconds, at least 1, from the beginning of a span that is not empty.
  package init(span: Range<Int64>, step: Int64) {
    precondition(!span.isEmpty && step > 0, "a film has at least one frame")
    self.span = span
    self.step = step
  }

  /// How many frames there are.
  package var count: Int { Int((Int64(span.count) + step - 1) / step) }

  /// Milliseconds since 1970 of a frame, 0..<count.
  package func interval(_ frame: Int) -> Range<Int64> {
    let start = span.lowerBound + Int64(frame) * step
    return start..<min(start + step, span.upperBound)
  }

  /// The frame that holds an instant; nil where none does.
  package func frame(holding milliseconds: Int64) -> Int? {
    span.contains(milliseconds) ? Int((milliseconds - span.lowerBound) / step) : nil
  }
}
