import JSON

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

  /// Enters what a feature or row says, or why it cannot be used.
  mutating func add(_ record: Result<EventRecord, EventRejectReason>, number: Int) {
    switch record {
    case .success(.event(let event)):
      events.append(event)
      ledger.accept()
    case .success(.hotspot(let hotspot)):
      hotspots.append(hotspot)
      ledger.accept()
    case .failure(let reason): ledger.reject(number, reason)
    }
  }
}
