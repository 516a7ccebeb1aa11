/// What a detector should find.
public enum SceneKind: String, CaseIterable, Sendable {
  /// Two ships alongside long enough.
  case encounter
  /// A ship that stays where there is nothing.
  case loitering
  /// Two ships that met while both were silent.
  case darkRendezvous
  /// Nothing, though it looks like something.
  case decoy
}
