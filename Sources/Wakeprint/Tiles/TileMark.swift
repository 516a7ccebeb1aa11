import Digest
import JSON

/// What every tile of a set says of its origin: a tile has no room for more than the name of the set's record.
struct TileMark: Sendable {
  /// SHA-256 of the set's provenance, which stands in the set's metadata.
  let key: String

  init(provenance: Provenance) { key = SHA256.digest(of: Array(provenance.json.utf8)).hexadecimal }

  /// One JSON object.
  var text: String {
    JSONValue.object([
      ("program", .string("wakeprint")), ("version", .string(wakeprintVersion)), ("set_sha256", .string(key)),
    ]).text()
  }
}
