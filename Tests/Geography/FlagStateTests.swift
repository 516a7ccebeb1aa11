import Geography
import Testing

@Suite("Flags")
struct FlagStateTests {
  @Test("a ship's number names its flag")
  func ships() {
    let known: [(UInt32, String, String)] = [
      (201_000_001, "AL", "ALB"), (219_000_001, "DK", "DNK"), (235_070_762, "GB", "GBR"), (338_148_873, "US", "USA"),
      (303_123_456, "US", "USA"), (412_999_999, "CN", "CHN"), (445_000_000, "KP", "PRK"), (441_000_000, "KR", "KOR"),
      (255_805_000, "PT", "PRT"), (538_005_123, "MH", "MHL"), (636_019_999, "LR", "LBR"), (374_000_000, "PA", "PAN"),
      (477_000_000, "HK", "HKG"), (563_000_000, "SG", "SGP"), (775_999_999, "VE", "VEN"),
    ]
    for (mmsi, alpha2, alpha3) in known {
      let flag = FlagState(mmsi: mmsi)
      #expect(flag?.alpha2 == alpha2 && flag?.alpha3 == alpha3, "\(mmsi)")
    }
    #expect(FlagState(mid: 235)?.name == "United Kingdom")
    #expect(FlagState(mid: 619)?.name == "Côte d'Ivoire")
  }

  @Test("the digits are found behind the prefixes of what is no ship")
  func prefixes() {
    for mmsi: UInt32 in [2_191_234, 21_912_345, 111_219_501, 821_912_345, 982_191_234, 992_191_234] {
      #expect(FlagState(mmsi: mmsi)?.alpha2 == "DK", "\(mmsi)")
    }
  }

  @Test("numbers that nobody was given have no flag")
  func nobody() {
    for mid in [-1, 0, 199, 200, 217, 222, 300, 302, 400, 500, 600, 700, 702, 776, 799, 1_000] {
      #expect(FlagState(mid: mid) == nil, "\(mid)")
    }
    for mmsi: UInt32 in [0, 970_123_456, 123_456_789, 200_999_999, 776_000_000, .max] {
      #expect(FlagState(mmsi: mmsi) == nil, "\(mmsi)")
    }
  }

  @Test("every row has two codes of capital letters, no code stands twice, and 292 numbers are given out")
  func table() {
    let all = FlagState.all
    #expect(Set(all.map(\.alpha2)).count == all.count && Set(all.map(\.alpha3)).count == all.count)
    #expect(Set(all.map(\.name)).count == all.count)
    #expect(all.map(\.alpha2) == all.map(\.alpha2).sorted())
    for flag in all {
      #expect(flag.alpha2.count == 2 && flag.alpha3.count == 3 && !flag.name.isEmpty)
      #expect((flag.alpha2 + flag.alpha3).allSatisfy { ("A"..."Z").contains($0) }, "\(flag)")
    }
    #expect((200..<800).count { FlagState(mid: $0) != nil } == 292)
    #expect(Set((200..<800).compactMap { FlagState(mid: $0) }) == Set(all))
  }
}
