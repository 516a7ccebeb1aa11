/// A vessel that took part in an event, as far as the event's file names it.
package struct EventVessel: Hashable, Sendable {
  /// Its identity; nil where none that has at most nine digits is given.
  package var mmsi: UInt32?
  /// Its name; empty where none is given.
  package var name: String

  /// A vessel from what is known of it.
  package init(mmsi: UInt32?, name: String = "") {
    self.mmsi = mmsi
    self.name = name
  }
}
