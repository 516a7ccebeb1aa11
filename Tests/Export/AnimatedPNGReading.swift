import Export

/// An animated PNG taken apart into its chunks, and put together frame by frame as the PNG specification says.
///
/// Each frame is made a PNG of its own for `PNGDecoder`, so that nothing here need know how pixels are packed.
struct AnimatedPNGReading {
  /// Why bytes are no animated PNG.
  struct Fault: Error {
    let reason: String
    init(_ reason: String) { self.reason = reason }
  }

  /// What fcTL says of a frame.
  struct Control: Equatable {
    let width: Int
    let height: Int
    let x: Int
    let y: Int
    let delay: [Int]
    let isOver: Bool
  }

  let width: Int
  let height: Int
  /// The types of all chunks, in their order.
  private(set) var types: [String] = []
  private(set) var controls: [Control] = []
  /// Each frame as it is shown, as red, green, blue and alpha.
  private(set) var frames: [[UInt8]] = []
  private(set) var announced = 0
  private(set) var plays = 0

  init(_ bytes: [UInt8]) throws {
    let signature: [UInt8] = [137, 80, 78, 71, 13, 10, 26, 10]
    guard bytes.starts(with: signature) else { throw Fault("no signature") }
    var chunks: [(type: String, data: [UInt8])] = []
    var place = 8
    while place < bytes.count {
      guard place + 12 <= bytes.count else { throw Fault("half a chunk") }
      let count = Self.number(bytes[place..<place + 4])
      guard place + 12 + count <= bytes.count else { throw Fault("a chunk beyond the end") }
      let body = Array(bytes[place + 4..<place + 8 + count])
      guard Self.checksum(body) == Self.number(bytes[place + 8 + count..<place + 12 + count]) else {
        throw Fault("a wrong checksum")
      }
      chunks.append((String(decoding: body[..<4], as: UTF8.self), Array(body[4...])))
      place += 12 + count
    }
    guard let header = chunks.first, header.type == "IHDR", chunks.last?.type == "IEND" else {
      throw Fault("no IHDR first, no IEND last")
    }
    width = Self.number(header.data[..<4])
    height = Self.number(header.data[4..<8])
    types = chunks.map(\.type)
    try compose(chunks, header: header.data)
  }

  private mutating func compose(_ chunks: [(type: String, data: [UInt8])], header: [UInt8]) throws {
    var canvas = [UInt8](repeating: 0, count: width * height * 4)
    let colours = chunks.filter { $0.type == "PLTE" || $0.type == "tRNS" }
    var sequence = 0
    func follow(_ data: [UInt8]) throws {
      guard Self.number(data[..<4]) == sequence else { throw Fault("a wrong sequence number") }
      sequence += 1
    }
    for chunk in chunks {
      let data = chunk.data
      switch chunk.type {
      case "acTL":
        announced = Self.number(data[..<4])
        plays = Self.number(data[4..<8])
      case "fcTL":
        try follow(data)
        let numbers = stride(from: 4, to: 20, by: 4).map { Self.number(data[$0..<$0 + 4]) }
        let delay = [Self.number(data[20..<22]), Self.number(data[22..<24])]
        guard data[24] == 0, data[25] < 2 else { throw Fault("another way to dispose or blend") }
        controls.append(
          Control(
            width: numbers[0], height: numbers[1], x: numbers[2], y: numbers[3], delay: delay, isOver: data[25] == 1))
      case "IDAT", "fdAT":
        guard controls.count == frames.count + 1 else { throw Fault("a frame without its fcTL") }
        if chunk.type == "fdAT" { try follow(data) }
        let control = controls[frames.count]
        guard control.x + control.width <= width, control.y + control.height <= height else {
          throw Fault("a rectangle beyond the picture")
        }
        let size = Self.bytes(control.width) + Self.bytes(control.height)
        var file: [UInt8] = [137, 80, 78, 71, 13, 10, 26, 10]
        file += Self.chunk("IHDR", size + header[8...])
        for colour in colours { file += Self.chunk(colour.type, colour.data) }
        file += Self.chunk("IDAT", chunk.type == "fdAT" ? Array(data[4...]) : data)
        file += Self.chunk("IEND", [])
        try lay(PNGDecoder.decode(file).pixels, control, on: &canvas)
        frames.append(canvas)
      default: break
      }
    }
  }

  private func lay(_ pixels: [UInt8], _ control: Control, on canvas: inout [UInt8]) throws {
    for row in 0..<control.height {
      for column in 0..<control.width {
        let pixel = pixels[(row * control.width + column) * 4..<(row * control.width + column + 1) * 4]
        let place = ((control.y + row) * width + control.x + column) * 4
        if control.isOver {
          guard pixel.last == 0 || pixel.last == 255 else { throw Fault("a translucent pixel laid over") }
          if pixel.last == 0 { continue }
        }
        canvas.replaceSubrange(place..<place + 4, with: pixel)
      }
    }
  }

  private static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(type.utf8) + data
    return bytes(data.count) + body + bytes(checksum(body))
  }

  private static func number(_ bytes: some Sequence<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

  private static func bytes(_ number: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(number >> $0 & 255) } }

  /// CRC-32 of ISO 3309, bit by bit.
  private static func checksum(_ bytes: [UInt8]) -> Int {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return Int(sum ^ 0xFFFF_FFFF)
  }
}
