import Tracks

/// What one feature or row turned out to be.
enum EventRecord {
  case event(Event)
  case hotspot(Hotspot)

  /// Itself where it is wanted: it lasted into the time asked for, and one of its vessels is among those asked for. A
  /// hotspot that does not say when or who is wanted.
  func selected(by selection: RowSelection) -> Result<EventRecord, EventRejectReason> {
    let from = selection.fromMilliseconds ?? .min
    let to = selection.toMilliseconds ?? .max
    let (start, end, vessels) =
      switch self {
      case .event(let event): (event.start, event.end, event.vessels.compactMap(\.mmsi))
      case .hotspot(let hotspot):
        (hotspot.first ?? from, hotspot.last ?? hotspot.first ?? .max, hotspot.vessels)
      }
    guard start < to || start == from, end > from || start >= from else { return .failure(.outsideTime) }
    if case .hotspot = self, vessels.isEmpty { return .success(self) }
    if let wanted = selection.vessels, wanted.isDisjoint(with: vessels) { return .failure(.outsideSelection) }
    return .success(self)
  }
}
