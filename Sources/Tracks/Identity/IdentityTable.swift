/// What rows have said of who their vessels are, and when.
///
/// Of each day (UTC) and vessel, and of everything said of the vessel on that day, the first and the last instant are
/// kept. That is the same whatever order the rows come in and however they are shared out, and what a fleet sends in
/// a year fits into memory. Sayings that alternate within a day are told only from the first to the last of each.
struct IdentityTable: Sendable {
  /// A saying of a vessel, and when on one day it was said.
  private struct Entry: Sendable {
    let vessel: UInt32
    var saying: Int32
    var first: Int64
    var last: Int64

    var day: Int64 { first / IdentityTable.day }
  }

  /// Milliseconds of a day.
  static let day: Int64 = 86_400_000
  /// Sayings of a vessel on a day beyond these are dropped, by their text: only rubbish has more.
  private static let mostSayingsOfADay = 64

  private var sayings: [VesselSaying] = []
  private var numbers: [VesselSaying: Int32] = [:]
  private var entries: [Entry] = []
  private var limit = 1 << 19

  /// Whether so much has been gathered since it was last compacted that this is due.
  var isDue: Bool { entries.count >= limit || sayings.count >= limit }

  /// The number of a saying, until the table is compacted.
  mutating func number(of saying: VesselSaying) -> Int32 {
    if let number = numbers[saying] { return number }
    let number = Int32(sayings.count)
    sayings.append(saying)
    numbers[saying] = number
    return number
  }

  /// Takes in that a vessel's rows of one day said something first and last at two instants.
  mutating func add(_ saying: Int32, of vessel: UInt32, first: Int64, last: Int64) {
    entries.append(Entry(vessel: vessel, saying: saying, first: first, last: last))
  }

  /// Takes in what another table holds.
  mutating func add(_ other: IdentityTable) {
    let own = other.sayings.map { number(of: $0) }
    for entry in other.entries {
      add(own[Int(entry.saying)], of: entry.vessel, first: entry.first, last: entry.last)
    }
    if isDue { compact() }
  }

  /// Joins entries of one vessel, day and saying, and numbers the sayings anew.
  mutating func compact() {
    entries.sort { ($0.vessel, $0.day, $0.saying) < ($1.vessel, $1.day, $1.saying) }
    var joined: [Entry] = []
    var start = 0
    for entry in entries {
      if let last = joined.last, last.vessel == entry.vessel, last.day == entry.day {
        if last.saying == entry.saying {
          joined[joined.count - 1].first = min(last.first, entry.first)
          joined[joined.count - 1].last = max(last.last, entry.last)
          continue
        }
      } else {
        prune(&joined, from: start)
        start = joined.count
      }
      joined.append(entry)
    }
    prune(&joined, from: start)
    var kept: [VesselSaying] = []
    var renumbered = [Int32](repeating: -1, count: sayings.count)
    for index in joined.indices {
      let old = Int(joined[index].saying)
      if renumbered[old] < 0 {
        renumbered[old] = Int32(kept.count)
        kept.append(sayings[old])
      }
      joined[index].saying = renumbered[old]
    }
    entries = joined
    sayings = kept
    numbers = Dictionary(uniqueKeysWithValues: zip(kept, (0..<kept.count).map { Int32($0) }))
    limit = max(limit, 2 * max(entries.count, sayings.count))
  }

  /// Drops sayings of one vessel and day beyond the most. The first by their text stay: whichever were dropped before,
  /// these never were.
  private func prune(_ joined: inout [Entry], from start: Int) {
    guard joined.count - start > Self.mostSayingsOfADay else { return }
    joined[start...].sort { VesselSaying.precedes(sayings[Int($0.saying)], sayings[Int($1.saying)]) }
    joined.removeLast(joined.count - start - Self.mostSayingsOfADay)
  }

  /// The identities of all vessels of which anything was said, by rising MMSI.
  mutating func identities() -> [(mmsi: UInt32, identity: VesselIdentity)] {
    compact()
    var identities: [(mmsi: UInt32, identity: VesselIdentity)] = []
    var start = 0
    while start < entries.count {
      let vessel = entries[start].vessel
      var reports: [IdentityReport] = []
      var end = start
      while end < entries.count, entries[end].vessel == vessel {
        let entry = entries[end]
        let saying = sayings[Int(entry.saying)]
        reports.append(IdentityReport(time: entry.first, isLast: false, saying: saying))
        if entry.last > entry.first { reports.append(IdentityReport(time: entry.last, isLast: true, saying: saying)) }
        end += 1
      }
      reports.sort(by: IdentityReport.precedes)
      identities.append((vessel, VesselIdentity(reports)))
      start = end
    }
    return identities
  }
}
