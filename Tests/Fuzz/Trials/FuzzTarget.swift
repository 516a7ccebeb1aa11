/// The readers that are tried with bytes that nobody would write.
package enum FuzzTarget: String, CaseIterable, Sendable {
  /// Tables of positions.
  case csv
  /// Logs of sentences.
  case nmea
  /// GeoJSON, MF-JSON and objects with positions.
  case json
  /// GPS Exchange Format.
  case gpx
  /// Databases of positions.
  case sqlite
  /// Compressed files and archives, and whatever format is found from the content.
  case archive
  /// Files of events.
  case events
  /// Lists of vessels to watch for.
  case watchlist
  /// Lists of ports.
  case ports
  /// Land polygons: shapefiles and WKB.
  case land
  /// Installed coastlines.
  case coastline
  /// Tiles in a PMTiles archive.
  case pmtiles
  /// Tiles in an MBTiles database.
  case mbtiles
  /// Colours, widths and fonts of the user's own.
  case style
  /// Scales that a run has saved.
  case scale
  /// Fonts.
  case font
}
