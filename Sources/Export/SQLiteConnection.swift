import CSQLite
import Platform

/// An open SQLite database, closed when it and its statements are gone.
struct SQLiteConnection: ~Copyable {
  /// Why a call failed, in the words of the system or of SQLite.
  struct Failure: Error {
    let words: String
  }

  let handle: OpaquePointer

  private init(handle: OpaquePointer) { self.handle = handle }

  /// Opens an existing file for writing; an empty one is an empty database.
  static func writing(_ path: String) throws(Failure) -> SQLiteConnection {
    var opened: OpaquePointer?
    // A path that begins with "file:" would be taken for an address.
    let plain = path.hasPrefix("/") ? path : "./" + path
    let code = sqlite3_open_v2(plain, &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil)
    guard let handle = opened else { throw Failure(words: "memory is short") }
    let connection = SQLiteConnection(handle: handle)
    guard code == SQLITE_OK else { throw connection.failure }
    return connection
  }

  deinit { sqlite3_close_v2(handle) }

  /// Why the last call failed.
  var failure: Failure {
    let code = sqlite3_extended_errcode(handle) & 0xFF
    let system = sqlite3_system_errno(handle)
    if code == SQLITE_FULL { return Failure(words: FileHandle.Failure(code: ENOSPC).words) }
    if code == SQLITE_IOERR || code == SQLITE_CANTOPEN, system != 0 {
      return Failure(words: FileHandle.Failure(code: system).words)
    }
    return Failure(words: String(cString: sqlite3_errmsg(handle)))
  }

  /// Runs statements that give no rows.
  func run(_ text: String) throws(Failure) {
    guard sqlite3_exec(handle, text, nil, nil, nil) == SQLITE_OK else { throw failure }
  }
}
