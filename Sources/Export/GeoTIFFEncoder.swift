import CGeoTIFF
import Geography

/// One band of 32-bit floats as a GeoTIFF in EPSG:3857: tiles of 256 pixels, Deflate with the floating point
/// predictor.
///
/// The predictor takes 19 % off a smoothed raster and adds 11 % to a sparse one (2048 x 2048: 90-120 ms).
/// Nothing in the bytes depends on a clock. `GDAL_NODATA` is 0 by default: a cell in which no time was
/// observed holds the true number 0, so that sums are right with and without the mask, and a GIS leaves it
/// transparent. Whoever wants means over the whole area, empty water included, unsets it (`gdal_edit.py
/// -unsetnodata`).
package enum GeoTIFFEncoder {
  /// A raster of a viewport's cells, rows from the north, as a file's bytes.
  ///
  /// `values` holds `viewport.width * viewport.height` numbers. Throws for a size of 0, and when memory is
  /// short.
  package static func encode(
    values: UnsafeBufferPointer<Float>, viewport: Viewport, noData: Float? = 0, metadata: GeoTIFFMetadata
  ) throws(ExportError) -> [UInt8] {
    let possible = 1...Int(Int32.max)
    guard possible.contains(viewport.width), possible.contains(viewport.height) else {
      throw .unusableSize(format: "GeoTIFF", width: viewport.width, height: viewport.height)
    }
    precondition(values.count == viewport.width * viewport.height, "a value for each cell")
    let place = GeoTransform(viewport)
    var bytes: UnsafeMutablePointer<UInt8>?
    var count = 0
    let failure = failureMessage(size: CGEOTIFF_MESSAGE_SIZE) { message in
      withText(noData.map { $0 == $0.rounded() && abs($0) < 1e6 ? "\(Int($0))" : "\($0)" }) { noData in
        withText(metadata.quantity) { description in
          withText(metadata.software) { software in
            withText(metadata.xml) { xml in
              var header = cgeotiff_header(
                width: UInt32(viewport.width), height: UInt32(viewport.height), west: place.west,
                north: place.north,
                pixelSize: place.pixelSizeInMetres, noData: noData, description: description,
                software: software,
                metadata: xml)
              return cgeotiff_write(&header, values.baseAddress, &bytes, &count, message)
            }
          }
        }
      }
    }
    defer { cgeotiff_release(bytes) }
    if let failure { throw .encodingFailed(format: "GeoTIFF", reason: failure) }
    return [UInt8](UnsafeBufferPointer(start: bytes, count: count))
  }

  /// A raster of a viewport's cells, rows from the north, as a file's bytes.
  ///
  /// As the function over a buffer, and with the same bytes.
  package static func encode(
    values: [Float], viewport: Viewport, noData: Float? = 0, metadata: GeoTIFFMetadata
  ) throws(ExportError) -> [UInt8] {
    try values.withUnsafeBufferPointer { values throws(ExportError) in
      try encode(values: values, viewport: viewport, noData: noData, metadata: metadata)
    }
  }

  /// A text as the 7-bit characters that TIFF's ASCII tags hold, others as "?"; nil stays nil.
  private static func withText(_ text: String?, _ body: (UnsafePointer<CChar>?) -> Int32) -> Int32 {
    guard let text else { return body(nil) }
    return String(text.unicodeScalars.map { $0.isASCII && $0 != "\0" ? Character($0) : "?" }).withCString(
      body)
  }
}
