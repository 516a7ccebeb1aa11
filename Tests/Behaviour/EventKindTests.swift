import Behaviour
import Testing

@Suite("Events")
struct EventKindTests {
  @Test("kinds are written as the event files write them")
  func names() {
    #expect(
      EventKind.allCases.map(\.rawValue) == ["encounter", "loitering", "gap", "dark_rendezvous", "identity_change"])
  }
}
