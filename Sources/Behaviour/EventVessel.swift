import Geography

/// A vessel that took part in an event, as far as is known of it.
package struct EventVessel: Hashable, Sendable {
  /// Its identity; nil where none that has at most nine digits is given.
  package var mmsi: UInt32?
  /// Its name; empty where none is given.
  package var name: String
  /// Its number at the International Maritime Organization; nil where none is known.
  package var imo: UInt32?
  /// Its call sign; empty where none is known.
  package var callSign = ""
  /// What it is for, in words; empty where that is not known.
  package var type = ""
  /// Its length in metres; nil where that is not known.
  package var lengthInMetres: Double?
  /// Its beam in metres; nil where that is not known.
  package var beamInMetres: Double?
  /// Its draught in metres as last reported before the event; nil where none was.
  package var draughtBefore: Double?
  /// Its draught in metres as first reported after the event; nil where none was.
  package var draughtAfter: Double?
  /// When it last said anything of itself, in milliseconds since 1970; nil where it never did.
  package var lastReported: Int64?
  /// Whether it is on the watchlist.
  package var isWatchlisted = false
  /// What the watchlist says of it; empty where nothing.
  package var note = ""

  /// A vessel from what is known of it.
  package init(mmsi: UInt32?, name: String = "") {
    self.mmsi = mmsi
    self.name = name
  }

  /// The flag that its identity names; nil where it names none.
  package var flag: FlagState? { mmsi.flatMap { FlagState(mmsi: $0) } }
}
