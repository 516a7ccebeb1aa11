/// Steps from vertex to vertex as varints, in blocks that never move.
struct StepStore: Sendable {
  /// Where a ring's steps begin; all of them lie in one block.
  struct Place: Sendable {
    var block: Int
    var offset: Int
  }

  private var blocks: [[UInt8]] = []
  /// Varints of 32 bits are at most this long.
  private static let longestVarint = 5
  private static let blockBytes = 8 << 20

  /// Makes room for a number of steps, which then follow one another.
  mutating func begin(_ stepCount: Int) -> Place {
    let most = stepCount * 2 * StepStore.longestVarint
    if let last = blocks.last, last.capacity - last.count >= most {
      return Place(block: blocks.count - 1, offset: last.count)
    }
    var block: [UInt8] = []
    block.reserveCapacity(max(StepStore.blockBytes, most))
    blocks.append(block)
    return Place(block: blocks.count - 1, offset: 0)
  }

  mutating func append(_ step: SIMD2<Int32>) {
    let last = blocks.count - 1
    Varint.append(signed: step.x, to: &blocks[last])
    Varint.append(signed: step.y, to: &blocks[last])
  }

  /// Bytes from a place to the end of the last block, which is that place's.
  func count(since place: Place) -> Int { blocks[place.block].count - place.offset }

  /// The bytes of a range counted from a place.
  func bytes(_ place: Place, _ range: Range<Int>) -> ArraySlice<UInt8> {
    blocks[place.block][place.offset + range.lowerBound..<place.offset + range.upperBound]
  }
}
