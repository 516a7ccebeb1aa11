import Synchronization
import Tracks

/// Gathers rejected rows as CSV: `file,line,reason,value`, in the order of the input, duplicates last.
final class RejectsTable: Sendable {
  private let bytes = Mutex<[UInt8]>(Array("file,line,reason,value\n".utf8))

  /// Adds a row.
  func append(_ row: RejectedRow) {
    let line = Array("\(CSVText.cell(row.path)),\(row.line),\(row.reason.rawValue),\(CSVText.cell(row.value))\n".utf8)
    bytes.withLock { $0 += line }
  }

  /// The whole table.
  var contents: [UInt8] { bytes.withLock { $0 } }
}
