import CSQLite

/// A prepared INSERT.
struct SQLiteInsertion: ~Copyable {
  /// A value of a column.
  enum Value {
    case integer(Int)
    case text(String)
    case blob([UInt8])
  }

  private let statement: OpaquePointer

  /// Prepares an INSERT whose values are question marks.
  init(_ text: String, on connection: borrowing SQLiteConnection) throws(SQLiteConnection.Failure) {
    var prepared: OpaquePointer?
    guard sqlite3_prepare_v2(connection.handle, text, -1, &prepared, nil) == SQLITE_OK, let prepared else {
      throw connection.failure
    }
    statement = prepared
  }

  deinit { sqlite3_finalize(statement) }

  /// Inserts a row.
  func insert(
    _ values: [Value], on connection: borrowing SQLiteConnection
  ) throws(SQLiteConnection.Failure) {
    let code = bind(values[...])
    sqlite3_reset(statement)
    sqlite3_clear_bindings(statement)
    guard code == SQLITE_DONE else { throw connection.failure }
  }

  /// Binds the rest of the values and steps while their bytes stay where they are, so that none is copied.
  private func bind(_ rest: ArraySlice<Value>) -> Int32 {
    guard let value = rest.first else { return sqlite3_step(statement) }
    let place = Int32(rest.startIndex + 1)
    switch value {
    case .integer(let value):
      sqlite3_bind_int64(statement, place, Int64(value))
      return bind(rest.dropFirst())
    case .text(var text):
      return text.withUTF8 { text in
        text.withMemoryRebound(to: CChar.self) { text in
          sqlite3_bind_text(statement, place, text.baseAddress, Int32(text.count), nil)
          return bind(rest.dropFirst())
        }
      }
    case .blob(let bytes):
      return bytes.withUnsafeBytes { bytes in
        sqlite3_bind_blob64(statement, place, bytes.baseAddress, UInt64(bytes.count), nil)
        return bind(rest.dropFirst())
      }
    }
  }
}
