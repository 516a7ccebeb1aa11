import ArgumentParser
import Wakeprint

/// Columns named by the user: `lat=COL,lon=COL,time=COL,mmsi=COL`.
struct ColumnMapArgument: ExpressibleByArgument {
  let columns: [ColumnRole: String]

  init?(argument: String) {
    var columns: [ColumnRole: String] = [:]
    for part in argument.split(separator: ",") {
      let halves = part.split(separator: "=", maxSplits: 1)
      guard halves.count == 2,
        let role = ColumnRole(mapKey: halves[0].filter { $0 != " " }), columns[role] == nil
      else { return nil }
      columns[role] = String(halves[1])
    }
    guard !columns.isEmpty else { return nil }
    self.columns = columns
  }
}
