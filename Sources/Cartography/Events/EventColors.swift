import Behaviour
import Raster

/// What the marks of events are drawn with on a theme's ground.
package struct EventColors: Sendable {
  /// The two colours of a mark.
  package struct Figure: Sendable {
    /// What the mark is filled with.
    package var body: Color
    /// The line about it.
    package var ring: Color
  }

  /// Two vessels that met.
  package var encounter: Figure
  /// A vessel that stayed about a place.
  package var loitering: Figure
  /// Where a vessel was last seen, and the dashes to where it was seen again.
  package var gap: Figure
  /// Two silences in which the vessels could have met.
  package var darkRendezvous: Figure
  /// A vessel that took another name, number or flag.
  package var identityChange: Figure
  /// The disc behind a dark rendezvous.
  package var halo: Color
  /// The hairline that keeps a ring apart from any ground.
  package var casing: Color
  /// The wider line under a gap's dashes.
  package var lineCasing: Color
  /// The disc of a hotspot.
  package var hotspot: Color
  /// The ring of a hotspot.
  package var hotspotRing: Color

  /// Reads the section `events` of a theme. Throws where a value is none that the key takes.
  init(_ section: ThemeSection) throws(CartographyError) {
    func figure(_ key: String) throws(CartographyError) -> Figure {
      let figure = try section.section(key)
      return Figure(body: try figure.color("body"), ring: try figure.color("ring"))
    }
    encounter = try figure("encounter")
    loitering = try figure("loitering")
    gap = try figure("gap")
    darkRendezvous = try figure("dark_rendezvous")
    identityChange = try figure("identity_change")
    halo = try section.color("halo")
    casing = try section.color("casing")
    lineCasing = try section.color("gap_casing")
    let spot = try section.section("hotspot")
    hotspot = try spot.color("fill")
    hotspotRing = try spot.color("ring")
  }

  /// The body and ring of a kind.
  func figure(_ kind: EventKind) -> Figure {
    switch kind {
    case .encounter: encounter
    case .loitering: loitering
    case .gap: gap
    case .darkRendezvous: darkRendezvous
    case .identityChange: identityChange
    }
  }
}
