import CDeflate

/// libdeflate's compressor of one level.
///
/// Level and input decide the bytes, as the compressor is written; its documentation does not promise that another
/// version gives the same.
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

  /// The most bytes that an input can come to.
  borrowing func bound(_ count: Int) -> Int { libdeflate_zlib_compress_bound(compressor, count) }

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
