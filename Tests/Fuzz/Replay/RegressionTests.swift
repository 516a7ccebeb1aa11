import FuzzTrials
import Testing

@Suite("Bytes that nobody would write") struct RegressionTests {
  @Test("what a fuzzer once found is read without harm", arguments: FuzzTarget.allCases)
  func regressions(target: FuzzTarget) throws {
    for (name, bytes) in try FoundInput.all(of: target) {
      #expect(target.fault(bytes) == nil, "\(target.rawValue)/\(name)")
    }
  }

  @Test("every beginning of a sample is read without harm", arguments: FuzzTarget.allCases)
  func beginnings(target: FuzzTarget) {
    #expect(!target.seeds.isEmpty)
    for seed in target.seeds {
      #expect(target.fault(seed) == nil)
      // Of the long ones, about a thousand beginnings.
      for count in stride(from: 0, to: seed.count, by: max(1, seed.count / 1000)) {
        #expect(target.fault(Array(seed[..<count])) == nil, "\(target.rawValue): \(count) of \(seed.count) bytes")
      }
    }
  }
}
