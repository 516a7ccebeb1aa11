/// What of an identity should not change.
package enum IdentityField: String, Sendable, CaseIterable {
  /// What the vessel is called.
  case name
  /// The number of the hull.
  case imo
  /// What the radio is called by.
  case callSign
}
