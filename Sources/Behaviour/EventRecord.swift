/// What one feature or row turned out to be.
enum EventRecord {
  case event(Event)
  case hotspot(Hotspot)
}
