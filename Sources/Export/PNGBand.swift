import CPNG

/// Some rows of a picture as a piece of the PNG's one deflate stream.
///
/// A band ends on a byte and refers to nothing before it, so bands are made in any order, on any thread, and
/// their bytes depend on the picture alone. Against one stream this costs 0.4 % of the bytes (2048 x 2048
/// map).
struct PNGBand: Sendable {
  /// Raw deflate data.
  let deflated: [UInt8]
  /// Adler-32 of the rows with their filter bytes.
  let adler: UInt32
  /// Number of bytes that `adler` covers.
  let filteredCount: Int

  /// Rows to a band: about half a megabyte of them, a number that depends on the row's length alone.
  static func rowCount(rowBytes: Int) -> Int { max(1, (1 << 19) / rowBytes) }

  init(rows: [UInt8], rowBytes: Int, level: Int32, isLast: Bool) throws(ExportError) {
    let rowCount = rows.count / rowBytes
    let filteredCount = rows.count + rowCount
    let bound = cpng_band_bound(filteredCount)
    var written = 0
    var adler: UInt32 = 1
    var failure: String?
    deflated = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bound) { output in
      failure = failureMessage(size: CPNG_MESSAGE_SIZE) { message in
        rows.withUnsafeBufferPointer { rows in
          cpng_deflate_band(
            rows.baseAddress, rowBytes, rowCount, level, isLast ? 1 : 0, output.baseAddress, bound, &written,
            &adler, message)
        }
      }
      return [UInt8](output[..<written])
    }
    if let failure { throw .encodingFailed(format: "PNG", reason: failure) }
    self.adler = adler
    self.filteredCount = filteredCount
  }
}
