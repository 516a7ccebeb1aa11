/// How many frames a film shows in how many seconds, as a fraction in lowest terms.
struct FrameRate: Sendable, Equatable {
  /// Frames, 1...65,535.
  let frames: Int
  /// In so many seconds, 1...65,535.
  let seconds: Int

  /// The simplest fraction that is a number of frames to a second to nine digits, or else the nearest one of the last
  /// continued fractions that fits: 24 is 24/1, 12.5 is 25/2, 23.976 is 2997/125. Numbers that are outside 1/65,535...65,535
  /// become the nearest that is not.
  init(_ framesPerSecond: Double) {
    let limit = 65_535.0
    let value = min(max(framesPerSecond, 1 / limit), limit)
    var (frames, seconds) = (1.0, 0.0)
    var (earlierFrames, earlierSeconds) = (0.0, 1.0)
    var rest = value
    for _ in 0..<32 {
      let whole = rest.rounded(.down)
      let next = (whole * frames + earlierFrames, whole * seconds + earlierSeconds)
      // Below one frame a second the first step is 0/1, which is no rate yet.
      guard next.0 <= limit, next.1 <= limit else { break }
      ((earlierFrames, earlierSeconds), (frames, seconds)) = ((frames, seconds), next)
      if frames > 0, abs(frames / seconds - value) <= value * 1e-9 || rest == whole { break }
      rest = 1 / (rest - whole)
    }
    self.frames = frames > 0 ? Int(frames) : 1
    self.seconds = frames > 0 ? Int(seconds) : Int(limit)
  }
}
