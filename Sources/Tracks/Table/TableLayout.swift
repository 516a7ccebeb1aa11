/// A layout of position tables known by its header.
public enum TableLayout: String, Sendable {
  /// MarineCadastre (NOAA) to 2024.
  case marineCadastre = "marinecadastre"
  /// MarineCadastre (NOAA) from 2025.
  case marineCadastre2025 = "marinecadastre-2025"
  /// Danish Maritime Authority.
  case danish = "dma"
  /// Any other table whose header names the columns.
  case table = "csv"

  init(normalizedHeader names: [String]) {
    if names.contains("typeofmobile") && names.contains("timestamp") {
      self = .danish
    } else if names.starts(with: ["mmsi", "basedatetime", "lat", "lon"]) {
      self = .marineCadastre
    } else if names.starts(with: ["mmsi", "basedatetime", "longitude", "latitude"]) {
      self = .marineCadastre2025
    } else {
      self = .table
    }
  }
}
