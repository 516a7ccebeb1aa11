import Behaviour
import Geography
import JSON

/// The ports and the shore that a search knows: those that the program carries, and a user's own ports.
struct KnownPlaces: Sendable {
  private let own: PortIndex?
  private let file: CompanionFile?
  /// What a user should know of the own ports; nil where all rows were used.
  let note: String?

  /// The carried places, and those of a CSV where one is named.
  init(ports path: String?) throws(WakeprintError) {
    guard let path else {
      (own, file, note) = (nil, nil, nil)
      return
    }
    let file = try CompanionFile(path, limit: PortList.limitInMegabytes << 20, what: "ports")
    do throws(BehaviourError) {
      let list = try PortList.read(bytes: file.bytes, path: path)
      own = PortIndex(list.ports)
      note = list.note
    } catch {
      throw WakeprintError(.data, error.description)
    }
    self.file = file
  }

  /// What a search asks: of carried and own ports the nearer one.
  var surroundings: Surroundings {
    let own = own
    return Surroundings(
      nearestPort: { place in
        let carried = PortIndex.embedded.nearest(to: place)
        let mine = carried.map { own?.nearest(to: place, within: $0.metres) } ?? own?.nearest(to: place)
        return (mine ?? carried).map { Surroundings.NearPort(name: $0.port.name, metres: $0.metres) }
      },
      metresToShore: { place in
        ShoreIndex.embedded.isOnLand(place) ? 0 : ShoreIndex.embedded.distanceInMetres(from: place)
      })
  }

  /// What a record says of the user's own ports.
  var value: JSONValue { file.map { .object($0.members) } ?? .null }
}
