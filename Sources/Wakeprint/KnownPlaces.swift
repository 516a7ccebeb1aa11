import Behaviour
import Geography
import JSON

struct KnownPlaces: Sendable {
  init(ports: String?) throws(WakeprintError) {}
  var surroundings: Surroundings { Surroundings() }
  var value: JSONValue { .null }
}
struct WatchlistSource: Sendable {
  let list = Watchlist()
  init(path: String) throws(WakeprintError) {}
  var value: JSONValue { .null }
}
