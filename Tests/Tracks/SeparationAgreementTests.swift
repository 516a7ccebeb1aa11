import Foundation
import Testing
import Tracks

/// The separation against the answer of the field's published method, which the recording carries row by row.
///
/// Fixes that method puts into no segment (repeats) or into one of their own because of the message (long-range reports,
/// speeds "not available") are put aside, and so are pairs more than a day apart, where it ends segments.
@Suite("Agreement with the published method") struct SeparationAgreementTests {
  private static let path: String = {
    if let named = ProcessInfo.processInfo.environment["WAKEPRINT_DATA"] {
      return named + "/ais/satellite_2021-01.csv.gz"
    }
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    return root.path + "/shared/data/ais/satellite_2021-01.csv.gz"
  }()

  private struct Key: Hashable {
    let mmsi: UInt32
    let milliseconds: Int64
    let place: UInt64
  }

  private struct Answer {
    let segment: String
    let isOrdinary: Bool
  }

  /// The published answers by fix, and how many fixes each segment has.
  private func answers() throws -> (byFix: [Key: Answer], sizes: [String: Int]) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", SeparationAgreementTests.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let text = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    var answers: [Key: Answer] = [:]
    var sizes: [String: Int] = [:]
    for line in text.utf8.split(separator: UInt8(ascii: "\n")).dropFirst() {
      let fields = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map { String($0) ?? "" }
      guard fields.count == 19, !fields[17].isEmpty, let mmsi = UInt32(fields[0]),
        let time = TimeText.milliseconds(fields[1]), let longitude = Double(fields[2]),
        let latitude = Double(fields[3]), abs(latitude) <= 90, abs(longitude) <= 180
      else { continue }
      let fix = Fix(
        milliseconds: time, latitudeE7: Int32((latitude * 1e7).rounded()),
        longitudeE7: Int32((longitude * 1e7).rounded()))
      sizes[fields[17], default: 0] += 1
      answers[Key(mmsi: mmsi, milliseconds: time, place: fix.place)] = Answer(
        segment: fields[17], isOrdinary: fields[8] != "AIS.27" && (Double(fields[4]) ?? 103) < 102.25)
    }
    return (answers, sizes)
  }

  @Test(
    "of consecutive fixes of an MMSI 99.9 in a hundred are held alike, and of those held apart by either 95",
    .enabled(if: FileManager.default.fileExists(atPath: path)))
  func consecutive() throws {
    let (answers, sizes) = try answers()
    var options = ReadOptions()
    options.separatesVessels = true
    let tracks = try TrackReader([.file(path: SeparationAgreementTests.path)], options: options).read().tracks
    var placed: [UInt32: [(fix: Fix, part: Int, segment: String)]] = [:]
    var scratch: [Fix] = []
    for vessel in 0..<tracks.vesselCount {
      let (mmsi, part) = (tracks.mmsi(ofVessel: vessel), tracks.part(ofVessel: vessel))
      try tracks.withFixes(ofVessel: vessel, scratch: &scratch) { fixes in
        for fix in fixes {
          let key = Key(mmsi: mmsi, milliseconds: fix.milliseconds, place: fix.place)
          guard let answer = answers[key], answer.isOrdinary || sizes[answer.segment] != 1 else { continue }
          placed[mmsi, default: []].append((fix, part, answer.segment))
        }
      }
    }
    var counts: [Int: Int] = [:]
    for fixes in placed.values {
      let ordered = fixes.sorted { Fix.precedes($0.fix, $1.fix) }
      for (one, next) in zip(ordered, ordered.dropFirst())
      where next.fix.milliseconds - one.fix.milliseconds <= 86_400_000 {
        counts[(one.segment == next.segment ? 2 : 0) + (one.part == next.part ? 1 : 0), default: 0] += 1
      }
    }
    let (bothApart, onlyTogetherHere) = (counts[0] ?? 0, counts[1] ?? 0)
    let (onlyApartHere, bothTogether) = (counts[2] ?? 0, counts[3] ?? 0)
    let disagreements = onlyTogetherHere + onlyApartHere
    #expect(bothApart + bothTogether + disagreements > 54_000 && bothApart > 900, "\(counts)")
    #expect(Double(disagreements) < 0.001 * Double(bothApart + bothTogether), "\(counts)")
    #expect(Double(bothApart) > 0.95 * Double(bothApart + disagreements), "\(counts)")
    // These are one ship's, stamped up to an hour and a half wrong: there the published method keeps the zigzag.
    #expect(onlyApartHere <= 15, "\(counts)")
  }
}
