import ArgumentParser
import Wakeprint

/// Layers of a map between commas, from the lowest to the uppermost, each once.
struct LayersArgument: ExpressibleByArgument {
  let layers: [MapLayer]

  init?(argument: String) {
    var layers: [MapLayer] = []
    for name in argument.split(separator: ",", omittingEmptySubsequences: false) {
      guard let layer = MapLayer(rawValue: String(name)), !layers.contains(layer) else { return nil }
      layers.append(layer)
    }
    self.layers = layers
  }
}
