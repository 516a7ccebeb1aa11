import TestSupport
import Testing
import Tracks

/// A row with a blank before its first field is read carefully; without it, quickly where it is spelt as usual.
@Suite("Quick and careful reading") struct QuickPathTests {
  @Test("a row means the same however it is read", arguments: TableSpelling.allCases, [UInt64(1), 2])
  func agreement(table: TableSpelling, seed: UInt64) throws {
    var spelling = RowSpelling(random: SeededGenerator(seed: seed))
    let rows = (0..<25_000).map { _ in table.row(&spelling) }
    let plain = try Reading(([table.header] + rows).joined(separator: "\n") + "\n")
    let careful = rows.map { $0.hasPrefix("\"") ? $0 : " " + $0 }
    let spaced = try Reading(([table.header] + careful).joined(separator: "\n") + "\n")
    #expect(plain.ledger == spaced.ledger, "seed \(seed)")
    let differing = Set(plain.rejected.map { "\($0.line) \($0.reason)" })
      .symmetricDifference(spaced.rejected.map { "\($0.line) \($0.reason)" })
    #expect(differing.sorted().prefix(5).map { $0 } == [], "seed \(seed)")
    #expect(plain.fixes == spaced.fixes, "seed \(seed)")
    #expect(plain.ledger.accepted > 8_000)
    for reason in [RejectReason.malformed, .badTime, .badPosition, .badMMSI, .notAVessel] {
      #expect(plain.ledger.rejected(reason) > 0, "\(reason)")
    }
  }

  @Test("every prefix of a table is read to its last row", arguments: TableSpelling.allCases)
  func prefixes(table: TableSpelling) {
    var spelling = RowSpelling(random: SeededGenerator(seed: 7))
    let rows = (0..<6).map { _ in table.row(&spelling) }
    let bytes = Array((table.header + "\n" + rows.joined(separator: "\r\n") + "\r\n").utf8)
    for count in 0...bytes.count {
      let prefix = Array(bytes[..<count])
      let lines = prefix.split(separator: 10, omittingEmptySubsequences: false).dropFirst()
      let rowCount = lines.count { line in line.contains { $0 != 13 && $0 != 32 } }
      do throws(TracksError) {
        let reading = try Reading(sources: [.memory(name: "prefix.csv", bytes: prefix)])
        #expect(reading.ledger.read == rowCount, "the first \(count) bytes")
        #expect(reading.rejected.count == Int(reading.ledger.read - reading.ledger.accepted))
        #expect(reading.all.count == Int(reading.ledger.accepted))
      } catch {
        #expect(error.description.hasPrefix("prefix.csv:"), "the first \(count) bytes: \(error)")
        if rowCount > 0 { #expect(error.description.contains("none of its \(rowCount) rows"), "\(error)") }
      }
    }
  }
}
