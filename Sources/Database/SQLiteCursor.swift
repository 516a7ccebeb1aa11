import CSQLite

/// The rows of a query, one after another.
package struct SQLiteCursor: ~Copyable {
  private let statement: OpaquePointer
  private let database: OpaquePointer

  init(statement: OpaquePointer, database: OpaquePointer) {
    self.statement = statement
    self.database = database
  }

  deinit { sqlite3_finalize(statement) }

  /// The next row, valid until the one after it is asked for; nil at the end.
  package func next() throws(SQLiteReader.Failure) -> SQLiteRow? {
    switch sqlite3_step(statement) {
    case SQLITE_ROW: return SQLiteRow(statement: statement)
    case SQLITE_DONE: return nil
    case SQLITE_INTERRUPT:
      throw SQLiteReader.Failure(words: "it goes on for longer than a file of this size can fill")
    default: throw SQLiteReader.Failure(words: String(cString: sqlite3_errmsg(database)))
    }
  }
}
