/// What kind of thing happened; raw values are the `type` of event files.
package enum EventKind: String, Sendable, CaseIterable {
  /// Two vessels close together for long enough to transfer cargo.
  case encounter
  /// A vessel alone and slow at sea.
  case loitering
  /// A silence.
  case gap
  /// Two silences whose reach overlaps in space and time.
  case darkRendezvous = "dark_rendezvous"
  /// Another name, number or flag under the same identity, or one ship's number under several.
  case identityChange = "identity_change"
}
