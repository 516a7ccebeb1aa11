import CSQLite

/// The row at which a query stands; valid until the query goes on.
package struct SQLiteRow {
  let statement: OpaquePointer

  /// A whole number; nil for anything else.
  package func integer(_ column: Int32) -> Int? {
    guard sqlite3_column_type(statement, column) == SQLITE_INTEGER else { return nil }
    return Int(sqlite3_column_int64(statement, column))
  }

  /// A value as text; nil for null.
  package func text(_ column: Int32) -> String? { sqlite3_column_text(statement, column).map { String(cString: $0) } }

  /// A blob's bytes; nil for anything else.
  package func blob(_ column: Int32) -> [UInt8]? {
    guard sqlite3_column_type(statement, column) == SQLITE_BLOB else { return nil }
    let start = sqlite3_column_blob(statement, column)
    return [UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column))))
  }

  /// Calls `body` with a value as its text's bytes: numbers in decimal, nothing for null.
  package func withBytes<Result>(_ column: Int32, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    // The order matters: the text's length is that of the form asked for last.
    let start = sqlite3_column_text(statement, column)
    return body(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column))))
  }

  /// Whether a value is a blob.
  package func isBlob(_ column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_BLOB }
}
