import CSQLite

/// What a database answers, for tests.
struct SQLRows {
  let path: String

  /// The rows of a query as text, NULL as "-".
  func rows(_ query: String) -> [[String]] {
    values(query) { statement, column in
      sqlite3_column_text(statement, column).map { String(cString: $0) } ?? "-"
    }
  }

  /// The first column of a query's rows, as bytes.
  func blobs(_ query: String) -> [[UInt8]] {
    values(query) { statement, column in
      let start = sqlite3_column_blob(statement, column)
      return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column))))
    }.compactMap(\.first)
  }

  private func values<Value>(_ query: String, _ value: (OpaquePointer, Int32) -> Value) -> [[Value]] {
    var connection: OpaquePointer?
    var statement: OpaquePointer?
    defer { sqlite3_close_v2(connection) }
    guard sqlite3_open_v2(path, &connection, SQLITE_OPEN_READONLY, nil) == SQLITE_OK,
      sqlite3_prepare_v2(connection, query, -1, &statement, nil) == SQLITE_OK, let statement
    else { return [] }
    defer { sqlite3_finalize(statement) }
    var rows: [[Value]] = []
    while sqlite3_step(statement) == SQLITE_ROW {
      rows.append((0..<sqlite3_column_count(statement)).map { value(statement, $0) })
    }
    return rows
  }
}
