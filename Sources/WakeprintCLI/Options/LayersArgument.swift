import ArgumentParser
import Wakeprint

/// Layers of a map between commas, from the lowest to the uppermost, each once.
struct LayersArgument {
  let layers: [MapLayer]

  /// Reads the option's value. Throws a sentence for a name that is no layer, and for one that stands twice.
  init(option text: String) throws {
    var layers: [MapLayer] = []
    for name in text.split(separator: ",", omittingEmptySubsequences: false).map(String.init) {
      guard let layer = MapLayer(rawValue: name) else {
        let all = MapLayer.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("'\(name)' is no layer; give some of \(all)")
      }
      if layers.contains(layer) { throw ValidationError("\(name) stands twice; give each layer once") }
      layers.append(layer)
    }
    self.layers = layers
  }
}
