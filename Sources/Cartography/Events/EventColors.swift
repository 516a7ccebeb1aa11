import Behaviour
import Raster

/// What the marks of events are drawn with on a theme's ground.
struct EventColors: Sendable {
  /// A figure's body and the ring about it.
  struct Figure: Sendable {
    var body: Color
    var ring: Color
  }

  let encounter: Figure
  let loitering: Figure
  let gap: Figure
  let darkRendezvous: Figure
  let identityChange: Figure
  /// The disc behind a dark rendezvous.
  let halo: Color
  /// The hairline that keeps a ring apart from any ground.
  let casing: Color
  /// The wider line under a gap's dashes.
  let lineCasing: Color
  /// The disc of a hotspot.
  let hotspot: Color
  /// The ring of a hotspot.
  let hotspotRing: Color

  /// Opacities hold in linear light.
  init(_ theme: Theme) {
    switch theme.name {
    case "print":
      let (black, white) = (Color(0x000000), Color(0xFFFFFF))
      encounter = Figure(body: black, ring: white)
      loitering = Figure(body: white, ring: black)
      gap = Figure(body: black, ring: white)
      darkRendezvous = Figure(body: Color(0x8C8C8C), ring: black)
      identityChange = Figure(body: white, ring: black)
      halo = Color(0xFFFFFF, alpha: 0.8)
      casing = Color(0x000000, alpha: 0.85)
      lineCasing = Color(0xFFFFFF, alpha: 0.85)
      hotspot = Color(0x000000, alpha: 0.25)
      hotspotRing = black
    case "light":
      let white = Color(0xFFFFFF)
      encounter = Figure(body: Color(0xD9302B), ring: white)
      loitering = Figure(body: Color(0x1D6FB8), ring: white)
      gap = Figure(body: Color(0xA96F00), ring: white)
      darkRendezvous = Figure(body: Color(0xD9302B), ring: white)
      identityChange = Figure(body: Color(0x6B4BC4), ring: white)
      halo = Color(0xF2C14E, alpha: 0.4)
      casing = Color(0x16212E, alpha: 0.6)
      lineCasing = Color(0xFFFFFF, alpha: 0.8)
      hotspot = Color(0xD9302B, alpha: 0.22)
      hotspotRing = Color(0xD9302B)
    default:
      let white = Color(0xFFFFFF)
      encounter = Figure(body: Color(0xFF5C57), ring: white)
      loitering = Figure(body: Color(0x58B4FF), ring: white)
      gap = Figure(body: Color(0xF2C14E), ring: Color(0x0D1522))
      darkRendezvous = Figure(body: Color(0xFF5C57), ring: white)
      identityChange = Figure(body: Color(0xB79CFF), ring: white)
      halo = Color(0xF2C14E, alpha: 0.1)
      casing = Color(0x0D1522, alpha: 0.8)
      lineCasing = Color(0x0D1522, alpha: 0.9)
      hotspot = Color(0xFF5C57, alpha: 0.14)
      hotspotRing = Color(0xFF5C57)
    }
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
