import JSON
import Tracks

/// What an event file holds.
package struct EventFile: Hashable, Sendable {
  /// The events, in the order of the file.
  package var events: [Event] = []
  /// The hotspots, in the order of the file.
  package var hotspots: [Hotspot] = []
  /// The thresholds that the file says its events were found by, as it writes them; nil where it does not say.
  package var detection: JSONValue?
  /// Every feature or row of the file.
  package var ledger = EventLedger()

  /// Enters what a feature or row says, or why it is not used; `blame` is asked for what of it that is about.
  mutating func add(
    _ record: Result<EventRecord, EventRejectReason>, number: Int, selection: RowSelection,
    blame: (EventRejectReason) -> String
  ) {
    switch record.flatMap({ $0.selected(by: selection) }) {
    case .success(.event(let event)):
      events.append(event)
      ledger.accept()
    case .success(.hotspot(let hotspot)):
      hotspots.append(hotspot)
      ledger.accept()
    case .failure(let reason): ledger.reject(number, reason, value: String(blame(reason).prefix(Self.mostBlame)))
    }
  }

  /// So many characters of what is to blame are told.
  private static let mostBlame = 120
}
