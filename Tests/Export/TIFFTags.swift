/// The tags of the first directory of a little-endian classic TIFF, read by hand.
struct TIFFTags {
  private let bytes: [UInt8]
  private var entries: [Int: (type: Int, count: Int, offset: Int)] = [:]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard bytes.starts(with: Array("II*\0".utf8)) else { return }
    let directory = number(at: 4, size: 4)
    for i in 0..<number(at: directory, size: 2) {
      let entry = directory + 2 + 12 * i
      let type = number(at: entry + 2, size: 2)
      let count = number(at: entry + 4, size: 4)
      let size = [2: 1, 3: 2, 4: 4, 12: 8][type, default: 8] * count
      entries[number(at: entry, size: 2)] = (
        type, count, size <= 4 ? entry + 8 : number(at: entry + 8, size: 4)
      )
    }
  }

  private func number(at offset: Int, size: Int) -> Int {
    bytes[offset..<offset + size].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  func doubles(_ tag: Int) -> [Double]? {
    guard let entry = entries[tag], entry.type == 12 else { return nil }
    return (0..<entry.count).map {
      let raw = bytes[entry.offset + 8 * $0..<entry.offset + 8 * $0 + 8].reversed().reduce(0) {
        $0 << 8 | UInt64($1)
      }
      return Double(bitPattern: raw)
    }
  }

  func shorts(_ tag: Int) -> [Int]? {
    guard let entry = entries[tag], entry.type == 3 else { return nil }
    return (0..<entry.count).map { number(at: entry.offset + 2 * $0, size: 2) }
  }

  func text(_ tag: Int) -> String? {
    guard let entry = entries[tag], entry.type == 2 else { return nil }
    return String(decoding: bytes[entry.offset..<entry.offset + entry.count - 1], as: UTF8.self)
  }
}
