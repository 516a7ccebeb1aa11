/// Reads land polygons out of a file's bytes: a shapefile's main file, or WKB.
package enum LandFile {
  /// Reads all polygons into a builder; `fill` fills a buffer, less only at the end, nil where reading failed.
  package static func read(
    into land: inout CoastlineBuilder, from fill: @escaping (UnsafeMutableRawBufferPointer) -> Int?
  ) throws(LandFileError) {
    var feed = ByteFeed(fill)
    let start = Array(try feed.peek(4))
    guard start.count == 4 else { throw start.isEmpty ? .noLand : .truncated }
    if start == ShapefilePolygons.magic {
      try ShapefilePolygons.read(&feed, into: &land)
    } else if start[0] <= 1 {
      try WKBPolygons.read(&feed, into: &land)
    } else {
      throw .unknownFormat
    }
  }

  /// Checks the text of a shapefile's `.prj`: throws unless it is degrees of WGS 84.
  package static func check(projection text: String) throws(LandFileError) {
    let words = text.uppercased()
    let isGeographic = ["GEOGCS", "GEOGCRS", "GEODCRS"].contains { words.drop { $0.isWhitespace }.hasPrefix($0) }
    let isWGS84 = ["WGS_1984", "WGS 84", "WGS84", "WGS 1984"].contains { words.contains($0) }
    guard isGeographic, isWGS84 else {
      // The name stands between the first two quotation marks.
      let name = text.split(separator: "\"", maxSplits: 2, omittingEmptySubsequences: false)
      throw .otherCoordinates(what: name.count > 1 ? String(name[1].prefix(60)) : "its .prj names no such system")
    }
  }
}
