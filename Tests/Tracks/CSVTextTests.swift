import Testing
import Tracks

@Suite("Text in a table's cell")
struct CSVTextTests {
  private func fields(_ line: String) -> [String] {
    var line = Array(line.utf8)
    return line.withUnsafeMutableBufferPointer { bytes in
      FieldSplitter.fields(of: UnsafeBufferPointer(bytes), delimiter: UInt8(ascii: ","))
        .map { CSVText.text(ofCell: String(decoding: $0, as: UTF8.self)) }
    }
  }

  @Test(
    "texts are quoted where they must be",
    arguments: [
      ("", ""), ("ALFA", "ALFA"), ("A, B", "\"A, B\""), ("A \"B\"", "\"A \"\"B\"\"\""), (" A", "\" A\""),
      ("A;B", "\"A;B\""), ("Ærø", "Ærø"), ("O'HARA", "O'HARA"), ("A\nB", "A B"),
    ])
  func quoting(text: String, cell: String) {
    #expect(CSVText.cell(text) == cell)
  }

  @Test(
    "no text begins as a formula does",
    arguments: [
      "=1+1", "+1", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\u{0}=1", " =1", "=HYPERLINK(\"http://x\",\"y\")",
      "\u{FF1D}1",
      "==", "\u{85}=1",
    ])
  func formulas(text: String) {
    let cell = CSVText.cell(text)
    let bare = cell.drop { $0 == "\"" }
    #expect(bare.first == "'", "\(cell)")
    #expect(cell.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
  }

  @Test("what is written is read back, with blanks for control characters")
  func roundTrip() {
    let texts = ["=1", "-", "'=1", "A, \"B\"", "", "@x,y", " lead", "'quoted'", "+"]
    #expect(
      fields(texts.map(CSVText.cell).joined(separator: ",")) == [
        "=1", "-", "=1", "A, \"B\"", "", "@x,y", " lead", "'quoted'", "+",
      ])
  }
}
