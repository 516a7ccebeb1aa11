import Geography
import Tracks

/// Reads a user's own list of ports or anchorages: a table with a header.
///
/// Columns, in any order and case: `latitude` or `lat`, `longitude` or `lon`, in degrees; `name` or `label`; `iso3` or
/// `country`. The last two may be missing. Fields stand between commas, semicolons, tabulators or bars, whichever the
/// header has most of; other columns and blank lines are passed over.
package enum PortList {
  /// Files with more bytes are refused.
  package static let limitInMegabytes = 64

  /// The ports in the file's order, and a note where rows are no ports, which says how many and what is wrong with the
  /// first; a country's three letters are turned into its two where they are known.
  ///
  /// Throws `BehaviourError` for a header without the columns and for a list without any port, then with the first row's
  /// fault and its line, which counts from 1; `path` stands in its sentence.
  package static func read(bytes: [UInt8], path: String) throws(BehaviourError) -> (ports: [Port], note: String?) {
    guard bytes.count <= limitInMegabytes << 20 else {
      throw .tooLarge(path: path, limitInMegabytes: limitInMegabytes)
    }
    let lineEnd = UInt8(ascii: "\n")
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    var ports: [Port] = []
    var faults: [(line: Int, why: String)] = []
    var columns: PortColumns?
    var number = 0
    for line in text.split(separator: lineEnd, omittingEmptySubsequences: false) {
      number += 1
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      if let columns {
        switch columns.port(in: line) {
        case .success(let port): ports.append(port)
        case .failure(let fault): faults.append((number, fault.why))
        }
      } else if let header = PortColumns(header: line) {
        columns = header
      } else {
        throw .notPorts(path: path, line: number, why: "the header has no columns latitude and longitude")
      }
    }
    guard !ports.isEmpty else {
      throw .notPorts(path: path, line: faults.first?.line, why: faults.first?.why ?? "the list holds no ports")
    }
    let note = faults.first.map { first in
      "\(path): \(faults.count) of \(ports.count + faults.count) rows are no ports and are left out; "
        + "the first is line \(first.line): \(first.why)"
    }
    return (ports, note)
  }
}
