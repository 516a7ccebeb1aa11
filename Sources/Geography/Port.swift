/// A port or anchorage: where, and what it is called.
package struct Port: Hashable, Sendable {
  /// Its name as the list writes it; may be empty.
  package let name: String
  /// ISO 3166-1 code of two letters, or what else the list gives; empty where it gives none.
  package let countryCode: String
  /// The place that the list gives it.
  package let place: Coordinate

  /// A port from its name, country and place.
  package init(name: String, countryCode: String, place: Coordinate) {
    self.name = name
    self.countryCode = countryCode
    self.place = place
  }
}
