/// What a GeoTIFF says of itself, beside its numbers.
package struct GeoTIFFMetadata: Hashable, Sendable {
  /// What a number means, with its unit ("vessel-hours per km2"); for the band and `ImageDescription`.
  package var quantity: String
  /// Title of the whole.
  package var title: String?
  /// Whose data it is.
  package var source: String?
  /// The program and its version; `Software`.
  package var software: String?
  /// One JSON value with inputs, hashes, command and thresholds; the metadata item `wakeprint`.
  package var provenanceJSON: String?

  /// Metadata from its parts; a part that is nil is not written.
  package init(
    quantity: String, title: String? = nil, source: String? = nil, software: String? = nil,
    provenanceJSON: String? = nil
  ) {
    self.quantity = quantity
    self.title = title
    self.source = source
    self.software = software
    self.provenanceJSON = provenanceJSON
  }

  /// GDAL's XML of metadata items (tag 42112), ASCII alone.
  var xml: String {
    var items: [(attributes: String, value: String)] = []
    if let title { items.append(("name=\"title\"", title)) }
    if let source { items.append(("name=\"source\"", source)) }
    if let provenanceJSON { items.append(("name=\"wakeprint\"", provenanceJSON)) }
    items.append(("name=\"DESCRIPTION\" sample=\"0\" role=\"description\"", quantity))
    let lines = items.map { "  <Item \($0.attributes)>\(XMLText.escapedASCII($0.value))</Item>\n" }
    return "<GDALMetadata>\n" + lines.joined() + "</GDALMetadata>\n"
  }
}
