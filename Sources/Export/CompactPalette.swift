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
    var entries: [PaletteEntry] = []
    var places = [UInt8](repeating: 0, count: 256)
    var placeOfEntry: [PaletteEntry: UInt8] = [:]
    for index in ordered {
      if let place = placeOfEntry[palette[index]] {
        places[index] = place
      } else {
        let place = UInt8(entries.count)
        placeOfEntry[palette[index]] = place
        places[index] = place
        entries.append(palette[index])
      }
    }
    self.entries = entries
    self.places = places
    bitDepth = entries.count <= 2 ? 1 : entries.count <= 4 ? 2 : entries.count <= 16 ? 4 : 8
  }

  private static func usedIndices(_ indices: UnsafeBufferPointer<UInt8>) -> [Int] {
    withUnsafeTemporaryAllocation(of: Bool.self, capacity: 256) { used in
      used.initialize(repeating: false)
      for index in indices { used[Int(index)] = true }
      return (0..<256).filter { used[$0] }
    }
  }

  /// Rows of indices as the file's bits, the first pixel in the highest bits, each row beginning on a byte.
  func packedRows(_ indices: UnsafeBufferPointer<UInt8>, width: Int) -> [UInt8] {
    let rowBytes = (width * bitDepth + 7) / 8
    let rowCount = indices.count / width
    return [UInt8](unsafeUninitializedCapacity: rowBytes * rowCount) { packed, count in
      places.withUnsafeBufferPointer { places in
        if bitDepth == 8 {
          for i in 0..<indices.count { packed[i] = places[Int(indices[i])] }
        } else {
          packRows(indices, width: width, rowBytes: rowBytes, places: places, into: packed)
        }
      }
      count = rowBytes * rowCount
    }
  }

  private func packRows(
    _ indices: UnsafeBufferPointer<UInt8>, width: Int, rowBytes: Int, places: UnsafeBufferPointer<UInt8>,
    into packed: UnsafeMutableBufferPointer<UInt8>
  ) {
    let perByte = 8 / bitDepth
    for row in 0..<(indices.count / width) {
      for byte in 0..<rowBytes {
        let first = byte * perByte
        var bits: UInt8 = 0
        for column in first..<min(first + perByte, width) {
          let shift = 8 - bitDepth * (column - first + 1)
          bits |= places[Int(indices[row &* width &+ column])] << UInt8(shift)
        }
        packed[row &* rowBytes &+ byte] = bits
      }
    }
  }
}
