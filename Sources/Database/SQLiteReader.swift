import CSQLite
import Platform

/// An SQLite database of someone else's, opened so that nothing is written, not even beside it.
package struct SQLiteReader: ~Copyable {
  /// Why SQLite refused; its own words.
  package struct Failure: Error {
    /// What SQLite said.
    package let words: String
  }

  private let database: OpaquePointer
  /// Millions of instructions that a query may take: a hundred for each byte of the file, and some to begin with.
  private let patience: Int
  private let millionsLeft: UnsafeMutablePointer<Int>

  /// Opens the database at a path.
  ///
  /// What an unfinished writer has left beside it is not taken in. Values of more than `valueLimit` bytes are refused.
  package init(path: String, valueLimit: Int) throws(Failure) {
    var handle: OpaquePointer?
    let code = sqlite3_open_v2(Self.address(of: path), &handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, nil)
    guard code == SQLITE_OK, let handle else {
      defer { sqlite3_close(handle) }
      throw Failure(words: handle.map { String(cString: sqlite3_errmsg($0)) } ?? "memory is short")
    }
    database = handle
    patience = 5 + fileSize(path) / 10_000
    millionsLeft = .allocate(capacity: 1)
    millionsLeft.initialize(to: patience)
    sqlite3_limit(database, SQLITE_LIMIT_LENGTH, Int32(clamping: valueLimit))
    // A view or trigger of a stranger's may call nothing that reaches beyond the database.
    for pragma in ["trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0"] {
      sqlite3_exec(database, "PRAGMA " + pragma, nil, nil, nil)
    }
    // A view may go on for ever.
    sqlite3_progress_handler(
      database, 1_000_000,
      { left in
        guard let left = left?.assumingMemoryBound(to: Int.self) else { return 1 }
        left.pointee -= 1
        return left.pointee < 0 ? 1 : 0
      }, millionsLeft)
  }

  deinit {
    // A query may be forgotten before or after this; the other call would refuse before, and keep the file open for good.
    sqlite3_close_v2(database)
    millionsLeft.deallocate()
  }

  /// Calls `body` with each row of a query until it gives false; a query that takes more than all that the file can hold
  /// is given up.
  package func rows(_ query: String, _ body: (SQLiteRow) throws(Failure) -> Bool) throws(Failure) {
    let cursor = try cursor(query)
    while let row = try cursor.next() {
      if try !body(row) { return }
    }
  }

  /// A query before its first row. It must not outlive the reader, and only one may be under way at a time.
  package func cursor(_ query: String) throws(Failure) -> SQLiteCursor {
    millionsLeft.pointee = patience
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(database, query, -1, &statement, nil) == SQLITE_OK, let statement else {
      throw failure
    }
    return SQLiteCursor(statement: statement, database: database)
  }

  private var failure: Failure { Failure(words: String(cString: sqlite3_errmsg(database))) }

  /// The path as a URI that promises that nobody writes meanwhile, so that SQLite makes no file of its own.
  private static func address(of path: String) -> String {
    let resolved = realpath(path, nil)
    defer { free(resolved) }
    let path = resolved.map { String(cString: $0) } ?? path
    let escaped = path.utf8.map { byte -> String in
      switch byte {
      case UInt8(ascii: "%"): "%25"
      case UInt8(ascii: "?"): "%3f"
      case UInt8(ascii: "#"): "%23"
      default: ""
      }
    }
    let bytes = zip(path.utf8, escaped).flatMap { $1.isEmpty ? [$0] : Array($1.utf8) }
    return "file:" + String(decoding: bytes, as: UTF8.self) + "?immutable=1"
  }
}
