import Geography

extension PlaceTable {
  /// The names of towns, countries and seas that the program carries; read at its first use.
  package static let embedded = {
    do throws(PlaceTableError) {
      return try PlaceTable(EmbeddedResource.places.bytes)
    } catch {
      preconditionFailure("the program's own places: \(error)")
    }
  }()
}
