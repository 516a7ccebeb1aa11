import Raster

/// The corners of a map's frame, given to what stands in them one after another.
struct FrameCorners {
  private let frame: PixelRect
  private let edge: Int
  private var taken: [PixelRect] = []

  /// The corners of a frame of which nothing is taken; boxes keep `edge` pixels off its sides and one another.
  init(_ frame: PixelRect, edge: Int) {
    self.frame = frame
    self.edge = edge
  }

  /// The corner with the least ink for a box of a size, which is taken then; nil where none is free.
  ///
  /// Of equally empty corners the upper right comes first, then upper left, lower left, lower right. `avoiding` is not to
  /// be covered.
  mutating func take(width: Int, height: Int, on ground: LabelGround, avoiding: [PixelRect] = []) -> PixelRect? {
    guard width + 2 * edge <= frame.width, height + 2 * edge <= frame.height else { return nil }
    let (left, right) = (frame.x + edge, frame.maxX - edge - width)
    let (top, bottom) = (frame.y + edge, frame.maxY - edge - height)
    let boxes = [(right, top), (left, top), (left, bottom), (right, bottom)].map {
      PixelRect(x: $0.0, y: $0.1, width: width, height: height)
    }.filter { box in
      let grown = PixelRect(x: box.x - edge, y: box.y - edge, width: width + 2 * edge, height: height + 2 * edge)
      return (taken + avoiding).allSatisfy { grown.intersection($0).isEmpty }
    }
    let inks = boxes.map { ground.inkShare(LabelBox($0)) }
    guard let least = inks.min(), let place = inks.firstIndex(of: least) else { return nil }
    taken.append(boxes[place])
    return boxes[place]
  }
}
