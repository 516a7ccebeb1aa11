import Platform

/// A picture in Netpbm's portable arbitrary map with red, green, blue and alpha bytes.
package struct PAMPicture {
  package var width: Int
  package var height: Int
  /// Four bytes a pixel, row-major.
  package var rgba: [UInt8]

  package init(width: Int, height: Int, rgba: [UInt8]) {
    self.width = width
    self.height = height
    self.rgba = rgba
  }

  /// The picture in a file; nil if it cannot be read or is of another kind.
  package init?(readingFrom file: String) {
    guard let bytes = Self.bytes(of: file) else { return nil }
    let mark = Array("ENDHDR\n".utf8)
    guard let end = bytes.indices.first(where: { bytes[$0...].starts(with: mark) }) else { return nil }
    var fields: [Substring: Int] = [:]
    for line in String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.count == 2, let value = Int(words[1]) { fields[words[0]] = value }
    }
    guard let width = fields["WIDTH"], let height = fields["HEIGHT"], fields["DEPTH"] == 4 else { return nil }
    let pixels = Array(bytes[(end + mark.count)...])
    guard pixels.count == width * height * 4 else { return nil }
    self.init(width: width, height: height, rgba: pixels)
  }

  /// Writes the picture; false if that fails.
  package func write(to file: String) -> Bool {
    guard let stream = fopen(file, "wb") else { return false }
    let header = "P7\nWIDTH \(width)\nHEIGHT \(height)\nDEPTH 4\nMAXVAL 255\nTUPLTYPE RGB_ALPHA\nENDHDR\n"
    let bytes = Array(header.utf8) + rgba
    let written = fwrite(bytes, 1, bytes.count, stream)
    return fclose(stream) == 0 && written == bytes.count
  }

  /// All bytes of a file; nil if it cannot be read.
  package static func bytes(of file: String) -> [UInt8]? {
    guard let stream = fopen(file, "rb") else { return nil }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = fread(&buffer, 1, buffer.count, stream)
      if count == 0 { return ferror(stream) == 0 ? bytes : nil }
      bytes.append(contentsOf: buffer[..<count])
    }
  }
}
