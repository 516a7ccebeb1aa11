/// Which columns of a table say what of a position.
struct DatabaseLayout {
  /// What a table lacks to hold positions.
  struct Missing: Error {
    /// The roles without a column, or what else is wrong, in words.
    let words: String
    /// Whether that is no more than one of them, so that the table may well be one of positions.
    let isLittle: Bool
  }

  /// The table's name.
  let table: String
  /// The roles of the columns that are read, in the order of the query.
  let columns: [ColumnRole]
  /// The column of points that stands behind those, where latitude and longitude are no columns.
  let geometry: String?
  /// All the table's columns, and what they were taken to mean; points are no column of one meaning.
  let uses: [ColumnUse]
  /// Whether the table is a layer of a GeoPackage.
  let isGeoPackage: Bool
  /// The query that reads the columns.
  let query: String

  /// Finds the columns of a table by the user's names for them, else by their aliases.
  static func of(_ table: DatabaseTable, map: [ColumnRole: String]) -> Result<DatabaseLayout, Missing> {
    var names: [(role: ColumnRole, name: String)] = []
    var missing: [ColumnRole] = []
    let normalized = table.columns.map(ColumnRole.normalized)
    for role in ColumnRole.allCases {
      let found =
        map[role].map { wanted in
          table.columns.firstIndex(of: wanted) ?? normalized.firstIndex(of: ColumnRole.normalized(wanted))
        } ?? role.aliases.lazy.compactMap { normalized.firstIndex(of: $0) }.first
      if let found, !names.contains(where: { $0.name == table.columns[found] }) {
        names.append((role, table.columns[found]))
      } else if role.isNeeded || map[role] != nil {
        missing.append(role)
      }
    }
    var geometry: String?
    if missing.contains(.latitude) || missing.contains(.longitude), let column = table.geometry,
      map[.latitude] == nil, map[.longitude] == nil
    {
      // 4326 is WGS 84; -1 and 0 say that nothing is known.
      guard [4326, -1, 0].contains(table.coordinateSystem ?? 0) else {
        return .failure(
          Missing(
            words: "positions in degrees (it is in EPSG:\(table.coordinateSystem ?? 0); convert it to EPSG:4326)",
            isLittle: true)
        )
      }
      geometry = column
      missing.removeAll { $0 == .latitude || $0 == .longitude }
      names.removeAll { $0.role == .latitude || $0.role == .longitude }
    }
    guard missing.isEmpty else {
      return .failure(Missing(words: missing.map(\.rawValue).joined(separator: ", "), isLittle: missing.count < 2))
    }
    let selected = (names.map(\.name) + [geometry].compactMap { $0 }).map(DatabaseTable.quoted)
    return .success(
      DatabaseLayout(
        table: table.name, columns: names.map(\.role), geometry: geometry,
        uses: table.columns.map { column in
          ColumnUse(name: column, role: names.first { $0.name == column }?.role)
        }, isGeoPackage: table.geometry != nil,
        query: "SELECT \(selected.joined(separator: ", ")) FROM \(DatabaseTable.quoted(table.name))"))
  }
}
