import CDeflate

/// libdeflate's compressor of one level.
///
/// Its documentation promises no bytes. As its compressor is written they follow from level and input, since only
/// checksums and the upkeep of its tables are chosen by processor; they may differ with the library's version and on
/// big-endian machines, which hash words in another order.
struct LibraryDeflater: ~Copyable {
  private let compressor: OpaquePointer

  /// A compressor of a level of 1...12; throws where memory is short or there is no such level.
  init(level: Int) throws(ExportError) {
    guard let compressor = libdeflate_alloc_compressor(Int32(clamping: level)) else {
      throw .encodingFailed(format: "PNG", reason: "libdeflate gives no compressor of level \(level)")
    }
    self.compressor = compressor
  }

  deinit {
    libdeflate_free_compressor(compressor)
  }

  /// The input as a zlib stream (RFC 1950), written to the beginning of `output`.
  ///
  /// - Returns: the number of bytes written. Throws where they do not fit.
  borrowing func deflate(
    _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
  ) throws(ExportError) -> Int {
    let count = libdeflate_zlib_compress(compressor, input.baseAddress, input.count, output.baseAddress, output.count)
    guard count > 0 else { throw .encodingFailed(format: "PNG", reason: "the tile does not compress into its room") }
    return count
  }
}
