import Platform

/// The smallest rectangle that holds all pixels in which two frames differ.
struct FrameChange: Sendable, Equatable {
  /// Columns, not empty.
  let columns: Range<Int>
  /// Rows from the top, not empty.
  let rows: Range<Int>

  /// All of a frame.
  init(allOf width: Int, by height: Int) {
    columns = 0..<width
    rows = 0..<height
  }

  /// Compares two frames of a width, whose pixels have so many bytes; nil where they are equal.
  init?(from old: [UInt8], to new: [UInt8], width: Int, pixelBytes: Int) {
    precondition(old.count == new.count, "frames of one size")
    let rowBytes = width * pixelBytes
    let height = new.count / rowBytes
    let found = old.withUnsafeBytes { old in
      new.withUnsafeBytes { new -> (rows: Range<Int>, bytes: Range<Int>)? in
        guard let old = old.baseAddress, let new = new.baseAddress else { return nil }
        func differs(_ row: Int, _ bytes: Range<Int>) -> Bool {
          let start = row * rowBytes + bytes.lowerBound
          return memcmp(old + start, new + start, bytes.count) != 0
        }
        func differs(row: Int, byte: Int) -> Bool {
          let place = row * rowBytes + byte
          return old.load(fromByteOffset: place, as: UInt8.self) != new.load(fromByteOffset: place, as: UInt8.self)
        }
        guard let top = (0..<height).first(where: { differs($0, 0..<rowBytes) }),
          let bottom = (top..<height).last(where: { differs($0, 0..<rowBytes) })
        else { return nil }
        // Each row can only widen what is known, so only what lies outside of it is looked at.
        var (left, right) = (rowBytes, 0)
        for row in top...bottom {
          if differs(row, 0..<left), let first = (0..<left).first(where: { differs(row: row, byte: $0) }) {
            left = first
          }
          if differs(row, right..<rowBytes), let last = (right..<rowBytes).last(where: { differs(row: row, byte: $0) })
          {
            right = last + 1
          }
        }
        return (top..<bottom + 1, left..<right)
      }
    }
    guard let found else { return nil }
    rows = found.rows
    columns = found.bytes.lowerBound / pixelBytes..<(found.bytes.upperBound + pixelBytes - 1) / pixelBytes
  }

  /// The top left pixel alone, for a frame that differs in nothing.
  static let nothing = FrameChange(allOf: 1, by: 1)
}
