import Digest
import Geography
import JSON

/// The installed coastline that an output shows.
struct UsedCoastline: Sendable {
  /// Its land.
  let archive: CoastlineArchive
  /// SHA-256 of its file, in hexadecimal.
  let sha256: String

  init(_ archive: CoastlineArchive) {
    self.archive = archive
    var hash = SHA256()
    hash.update(archive.bytes)
    sha256 = hash.finish().hexadecimal
  }

  /// What the record of an output says of it.
  var value: JSONValue {
    .object([
      ("attribution", .string(archive.facts.attribution)), ("sha256", .string(sha256)),
      ("input", .object([("name", .string(archive.facts.fileName)), ("sha256", .string(archive.facts.fileSHA256))])),
    ])
  }
}
