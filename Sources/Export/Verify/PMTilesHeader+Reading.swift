extension PMTilesHeader.Section {
  /// The place behind the last byte; nil where it has no room.
  var end: UInt64? {
    let (end, isTooLarge) = offset.addingReportingOverflow(length)
    return isTooLarge ? nil : end
  }

  /// The bytes' places; nil where they are not all within so many bytes.
  func range(within size: UInt64) -> Range<Int>? {
    guard let end, end <= size, let last = Int(exactly: end) else { return nil }
    return Int(offset)..<last
  }
}

extension PMTilesHeader.Compression {
  /// Bytes unpacked.
  ///
  /// Throws `decodingFailed` for damaged bytes, for more than `limit` bytes and for what cannot be unpacked here.
  func unpacked(_ bytes: [UInt8], limit: Int) throws(ExportError) -> [UInt8] {
    switch self {
    case .none:
      guard bytes.count <= limit else {
        throw .decodingFailed(format: "PMTiles", reason: "\(bytes.count) bytes are more than is allowed here")
      }
      return bytes
    case .gzip: return try Gzip.decompress(bytes, limit: limit)
    case .unknown, .brotli, .zstd:
      throw .decodingFailed(
        format: "PMTiles", reason: "it is packed by a compression that is not read here (\(self)); gzip is")
    }
  }
}
