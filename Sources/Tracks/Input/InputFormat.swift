/// The families of formats that positions are read from.
public enum InputFormat: String, CaseIterable, Sendable {
  /// A table with a header: CSV with commas, semicolons, tabulators or bars.
  case table = "csv"
  /// A log of NMEA 0183 sentences.
  case sentences = "nmea"
  /// GeoJSON, OGC Moving Features JSON, or objects with positions; one document or a row of them.
  case json
  /// GPS Exchange Format.
  case gpx
  /// A table or view of an SQLite database or a GeoPackage.
  case database = "sqlite"

  /// The family that a user's word for a format means, the names of layouts included; nil for a word that is none.
  public init?(userText text: String) {
    switch text.lowercased() {
    case "csv", "tsv", "table", "marinecadastre", "marinecadastre-2025", "dma", "exactearth", "spire": self = .table
    case "nmea", "aivdm", "sentences": self = .sentences
    case "json", "geojson", "geojsonseq", "geojsonl", "ndjson", "jsonl", "mf-json", "mfjson": self = .json
    case "gpx": self = .gpx
    case "sqlite", "gpkg", "geopackage": self = .database
    default: return nil
    }
  }
}

/// How sure it is that an input has the format it was read as.
public enum FormatCertainty: String, Sendable {
  /// The content says so itself: a magic number, a known header, sentences with checksums.
  case certain
  /// The content fits, and nothing else does.
  case likely
  /// The user said so.
  case told
}

/// The format of an input, and how sure that is.
package struct FoundFormat: Sendable, Equatable {
  /// The format's or layout's name.
  package let name: String
  /// How sure it is.
  package let certainty: FormatCertainty
  /// The columns or fields and what they mean; nil where the format says that itself.
  package var columns: [ColumnUse]?
}
