import Database

/// A table or view of a database, and what its columns are called.
struct DatabaseTable {
  /// The table's name.
  let name: String
  /// Its columns from left to right.
  private(set) var columns: [String] = []
  /// The column of its points where it is a layer of a GeoPackage.
  private(set) var geometry: String?
  /// The layer's coordinate system by its EPSG number; nil for none.
  private(set) var coordinateSystem: Int?

  /// The tables and views that may hold positions, by their names; those that a GeoPackage keeps for itself are none.
  static func all(in database: borrowing SQLiteReader) throws(SQLiteReader.Failure) -> [DatabaseTable] {
    var tables: [DatabaseTable] = []
    var isGeoPackage = false
    try database.rows(
      "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
    ) { row in
      guard let name = row.text(0), tables.count < 10_000 else { return false }
      if name == "gpkg_geometry_columns" { isGeoPackage = true }
      if !name.hasPrefix("gpkg_"), !name.hasPrefix("rtree_") { tables.append(DatabaseTable(name: name)) }
      return true
    }
    for index in tables.indices {
      var columns: [String] = []
      try database.rows("PRAGMA table_info(\(quoted(tables[index].name)))") { row in
        if let name = row.text(1) { columns.append(name) }
        return true
      }
      tables[index].columns = columns
    }
    guard isGeoPackage else { return tables }
    try database.rows("SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns") { row in
      if let index = tables.firstIndex(where: { $0.name == row.text(0) }) {
        tables[index].geometry = row.text(1)
        tables[index].coordinateSystem = row.integer(2)
      }
      return true
    }
    return tables
  }

  /// A name as SQL writes it.
  static func quoted(_ name: String) -> String { "\"" + name.replacing("\"", with: "\"\"") + "\"" }
}
