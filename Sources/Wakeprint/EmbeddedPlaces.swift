import Cartography
import Geography

extension PortIndex {
  /// The ports of the World Port Index that the program carries.
  package static let embedded = PortIndex(PortTable.ports(in: EmbeddedResource.ports.bytes))
}

extension ShoreIndex {
  /// The coasts and lakes of Natural Earth 1:10 million that the program carries.
  package static let embedded = ShoreIndex(GeometryArchive(EmbeddedResource.naturalEarth10m.bytes))
}
