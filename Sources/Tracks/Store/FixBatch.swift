/// Fixes in the order of their rows, with whose they are.
package struct FixBatch: Sendable {
  /// Whose each fix is.
  var vessels: [UInt32]
  /// The fixes, parallel to `vessels`.
  package var fixes: [Fix]
  /// The line of each fix's row (file in the upper 24 bits), parallel to `vessels`; empty unless rows are to be named.
  var rows: [UInt64]

  /// Bytes held.
  var byteCount: Int { vessels.count * 4 + fixes.count * 16 + rows.count * 8 }
}
