import CDeflate

/// gzip (RFC 1952) through libdeflate.
package enum Gzip {
  /// Bytes packed as one member without name or time, so that the same bytes give the same.
  ///
  /// `level` is libdeflate's, 1...12. Throws `encodingFailed` when memory is short.
  package static func compress(_ bytes: [UInt8], level: Int = 9) throws(ExportError) -> [UInt8] {
    guard let compressor = libdeflate_alloc_compressor(Int32(level)) else {
      throw .encodingFailed(format: "gzip", reason: "memory is short")
    }
    defer { libdeflate_free_compressor(compressor) }
    let bound = libdeflate_gzip_compress_bound(compressor, bytes.count)
    let packed = [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      count = libdeflate_gzip_compress(compressor, bytes, bytes.count, buffer.baseAddress, bound)
    }
    guard !packed.isEmpty else { throw .encodingFailed(format: "gzip", reason: "the bound of its size is wrong") }
    return packed
  }

  /// The bytes of all members, one behind the other, whoever packed them.
  ///
  /// Throws `decodingFailed` for anything else than whole members with right checksums, and for more than `limit`
  /// bytes.
  package static func decompress(_ bytes: [UInt8], limit: Int) throws(ExportError) -> [UInt8] {
    guard let decompressor = libdeflate_alloc_decompressor() else { throw failure("memory is short") }
    defer { libdeflate_free_decompressor(decompressor) }
    var result: [UInt8] = []
    var position = 0
    repeat {
      let room = limit - result.count
      let (member, used) = try self.member(decompressor, bytes[position...], limit: room)
      if result.isEmpty { result = member } else { result += member }
      position += used
    } while position < bytes.count
    return result
  }

  /// One member's bytes, and how many bytes it took.
  private static func member(
    _ decompressor: OpaquePointer, _ bytes: ArraySlice<UInt8>, limit: Int
  ) throws(ExportError) -> (bytes: [UInt8], used: Int) {
    // Deflate packs at best 1,032 bytes into one: more room than that is never asked for.
    let most = min(limit, bytes.count.multipliedReportingOverflow(by: 1032).partialValue)
    var capacity = min(max(4 * bytes.count, 1024), most)
    while true {
      var used = 0
      var status = LIBDEFLATE_BAD_DATA
      // One byte more than allowed, so that an empty buffer has an address too.
      let unpacked = [UInt8](unsafeUninitializedCapacity: capacity + 1) { buffer, count in
        bytes.withUnsafeBufferPointer {
          status = libdeflate_gzip_decompress_ex(
            decompressor, $0.baseAddress, $0.count, buffer.baseAddress, capacity, &used, &count)
        }
        if status != LIBDEFLATE_SUCCESS { count = 0 }
      }
      if status == LIBDEFLATE_SUCCESS { return (unpacked, used) }
      guard status == LIBDEFLATE_INSUFFICIENT_SPACE else {
        throw failure("the bytes are damaged or end too early")
      }
      guard capacity < limit else { throw failure("it holds more than is allowed here") }
      guard capacity < most else { throw failure("the bytes are damaged") }
      capacity = min(most, 4 * capacity)
    }
  }

  private static func failure(_ reason: String) -> ExportError { .decodingFailed(format: "gzip", reason: reason) }
}
