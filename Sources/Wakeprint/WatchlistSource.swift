import Behaviour
import JSON

/// A file of vessels to flag, and where it comes from.
struct WatchlistSource: Sendable {
  /// The vessels.
  let list: Watchlist
  private let file: CompanionFile

  /// Reads a file. Throws where it is not there, and where it names no vessels.
  init(path: String) throws(WakeprintError) {
    file = try CompanionFile(path, limit: EventReader.limitInMegabytes << 20, what: "vessels to watch")
    do throws(BehaviourError) {
      list = try Watchlist.read(file.bytes, path: path)
    } catch {
      throw WakeprintError(.data, error.description)
    }
  }

  /// What a record says of it.
  var value: JSONValue { .object(file.members) }
}
