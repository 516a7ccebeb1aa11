import Behaviour
import Testing

@Suite("Watchlists")
struct WatchlistTests {
  private func read(_ text: String) throws(BehaviourError) -> Watchlist {
    try Watchlist.read(Array(text.utf8), path: "watch.csv")
  }

  private func sentence(_ text: String) -> String? {
    do throws(BehaviourError) {
      _ = try read(text)
      return nil
    } catch {
      return error.description
    }
  }

  @Test("a vessel is found by its MMSI, else by its IMO number, else not")
  func lookup() throws {
    let list = try read(
      "mmsi,imo,name,note\n219000001,9074729,FIRST,\"said, \"\"twice\"\"\"\n,IMO 9466350,SECOND,\n273000001,,,x\n")
    #expect(list.entries.count == 3)
    let first = try #require(list.entry(mmsi: 219_000_001, imo: nil))
    #expect(first.name == "FIRST" && first.note == "said, \"twice\"" && first.imo == 9_074_729)
    #expect(list.entry(mmsi: 219_000_009, imo: 9_074_729) == first)
    #expect(list.entry(mmsi: nil, imo: 9_466_350)?.name == "SECOND")
    #expect(list.entry(mmsi: 273_000_001, imo: 9_466_350)?.note == "x", "the MMSI goes before")
    #expect(list.entry(mmsi: 1, imo: 2) == nil && list.entry(mmsi: nil, imo: nil) == nil)
  }

  @Test("columns have many names, and fields stand between any of four signs", arguments: [",", ";", "\t", "|"])
  func headers(delimiter: String) throws {
    let header = ["Vessel Name", "Remarks", "MMSI_Number", "IMO No."].joined(separator: delimiter)
    let row = ["A", "B", "219000001", "9074729.0"].joined(separator: delimiter)
    for lineEnd in ["\n", "\r\n"] {
      let list = try read("\u{FEFF}" + [header, "", row, " ", row].joined(separator: lineEnd))
      #expect(list.entries.count == 2)
      let entry = try #require(list.entry(mmsi: 219_000_001, imo: nil))
      #expect(entry.name == "A" && entry.note == "B" && entry.imo == 9_074_729)
    }
    #expect(try read("ssvid\n219000001").entries.count == 1)
    #expect(try read("imo\n9074729").entry(mmsi: nil, imo: 9_074_729)?.mmsi == nil)
  }

  @Test("a list that cannot be trusted to be whole is refused, and the line named")
  func refusals() {
    let known: [(String, String)] = [
      ("", "watch.csv: the file is empty;"), ("name,note\nA,B\n", "watch.csv:1: the header has no column mmsi or imo;"),
      ("mmsi\n", "watch.csv: the list names no vessels;"),
      ("mmsi,imo\n219000001,\n\n,\n", "watch.csv:4: the row has neither mmsi nor imo;"),
      ("mmsi\n21900000\n", "watch.csv:2: the mmsi is not nine digits;"),
      ("mmsi\n000000000\n", "watch.csv:2: the mmsi is not nine digits;"),
      ("mmsi,imo\n219000001,907472\n", "watch.csv:2: the imo is not seven digits;"),
      ("mmsi,name\n219000001,\"A\n", "watch.csv:2: a quote that is opened is not closed;"),
    ]
    for (text, expected) in known { #expect(sentence(text)?.hasPrefix(expected) == true, "\(text)") }
    #expect(
      sentence("")?.hasSuffix("give a CSV with a header and columns mmsi or imo, and name and note where there are any")
        == true)
  }

  @Test("names of a list cannot turn a terminal's line")
  func names() throws {
    let list = try read("mmsi,name,note\n219000001,A\u{202E}B\u{1B}[31m,\(String(repeating: "n", count: 900))\n")
    #expect(list.entries[0].name == "AB[31m" && list.entries[0].note.count == 500)
  }
}
