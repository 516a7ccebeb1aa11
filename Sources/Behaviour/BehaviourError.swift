/// Why events or ports could not be read; `description` is the sentence for the user.
package enum BehaviourError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file has more bytes than are read at once.
  case tooLarge(path: String, limitInMegabytes: Int)
  /// The file is no event file that is known; `line` counts from 1.
  case notEvents(path: String, line: Int?, why: String)
  /// The file is no list of ports; `line` counts from 1.
  case notPorts(path: String, line: Int?, why: String)
  /// The file is no list of vessels to watch for; `line` counts from 1.
  case notWatchlist(path: String, line: Int?, why: String)
  /// Nothing in the file can be used.
  case nothingUsable(path: String, ledger: EventLedger)

  /// One sentence: where, what is wrong, what to do.
  package var description: String {
    switch self {
    case .tooLarge(let path, let limit):
      "\(path): has more than \(limit) MB; cut it into several files"
    case .notEvents(let path, let line, let why):
      "\(path)\(line.map { ":\($0)" } ?? ""): \(why); give events as GeoJSON, as CSV with a header, or as an API's JSON"
    case .notPorts(let path, let line, let why):
      "\(path)\(line.map { ":\($0)" } ?? ""): \(why); give ports as CSV with a header and a latitude and longitude in each row"
    case .notWatchlist(let path, let line, let why):
      "\(path)\(line.map { ":\($0)" } ?? ""): \(why); give a CSV with a header and columns mmsi or imo, and name and "
        + "note where there are any"
    case .nothingUsable(let path, let ledger):
      ledger.read == 0
        ? "\(path): holds no events; give a file with at least one"
        : "\(path): holds no event that can be used (\(ledger.reasons)); check type, start, end and position"
    }
  }
}
