/// The entries of a palette that a picture uses, in the order that gives the smallest file.
///
/// Translucent entries come first, since tRNS may end at the last of them; among themselves entries keep
/// their order, and equal ones share a place. So the same picture has the same palette whatever else the
/// given one held.
struct CompactPalette {
  /// What PLTE and tRNS hold, 1...256 entries.
  let entries: [PaletteEntry]
  /// The place of each given index; 256 values, 0 for an index that the picture does not use.
  let places: [UInt8]
  /// Bits to an index: 1, 2, 4 or 8.
  let bitDepth: Int

  init(palette: [PaletteEntry], indices: UnsafeBufferPointer<UInt8>) throws(ExportError) {
    let used = Self.usedIndices(indices)
    if let last = used.last, last >= palette.count {
      throw .encodingFailed(
        format: "PNG", reason: "index \(last) has no entry in a palette of \(palette.count)")
    }
    let ordered = used.filter { palette[$0].alpha < 255 } + used.filter { palette[$0].alpha == 255 }
    var numbers = ColourNumbers()
    var places = [UInt8](repeating: 0, count: 256)
    for index in ordered { places[index] = numbers.number(of: palette[index]) ?? 0 }
    entries = numbers.entries
    self.places = places
    bitDepth = entries.count <= 2 ? 1 : entries.count <= 4 ? 2 : entries.count <= 16 ? 4 : 8
  }

  private static func usedIndices(_ indices: UnsafeBufferPointer<UInt8>) -> [Int] {
    withUnsafeTemporaryAllocation(of: Bool.self, capacity: 256) { used in
      used.initialize(repeating: false)
      let bytes = UnsafeRawBufferPointer(indices)
      var place = 0
      while place < bytes.count {
        // Most of a picture is empty ground.
        let count = min(32, bytes.count &- place)
        if count == 32, bytes.isUniform32(from: place) {
          used[Int(bytes[place])] = true
        } else {
          for offset in 0..<count { used[Int(bytes[place &+ offset])] = true }
        }
        place &+= count
      }
      return (0..<256).filter { used[$0] }
    }
  }
}
