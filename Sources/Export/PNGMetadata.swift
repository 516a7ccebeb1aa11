/// What a PNG says of itself, beside its pixels.
package struct PNGMetadata: Hashable, Sendable {
  /// `Title`: what the picture shows.
  package var title: String?
  /// `Source`: whose data it shows.
  package var source: String?
  /// `Software`: the program and its version.
  package var software: String?
  /// `wakeprint`: one JSON value with inputs, hashes, command and thresholds.
  package var provenanceJSON: String?
  /// Pixels to a metre on paper, in both directions; 2,835 are 72 to an inch. At least 1.
  package var pixelsPerMetre: Int?

  /// Metadata from its parts; a part that is nil is not written.
  package init(
    title: String? = nil, source: String? = nil, software: String? = nil, provenanceJSON: String? = nil,
    pixelsPerMetre: Int? = nil
  ) {
    self.title = title
    self.source = source
    self.software = software
    self.provenanceJSON = provenanceJSON
    self.pixelsPerMetre = pixelsPerMetre
  }
}
