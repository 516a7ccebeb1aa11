/// What rows have said of their vessels' types: of each vessel the latest, and of several at one instant the first class.
///
/// That choice is the same whatever order the rows come in and however they are shared out.
struct VesselTypeTable: Sendable {
  /// What was said of a vessel, and when.
  private struct Saying {
    var milliseconds: Int64
    var type: VesselType
  }

  // Made with the first type, since most runs ask for none.
  private var index: VesselIndex?
  private var sayings: [Saying] = []

  /// Whether nothing was said.
  var isEmpty: Bool { sayings.isEmpty }

  /// Takes in a known type of a vessel.
  mutating func add(_ type: VesselType, of vessel: UInt32, at milliseconds: Int64) {
    let number = index?.number(of: vessel) ?? begin(vessel)
    guard number < sayings.count else {
      sayings.append(Saying(milliseconds: milliseconds, type: type))
      return
    }
    let known = sayings[number]
    if milliseconds < known.milliseconds { return }
    if milliseconds == known.milliseconds, type.rawValue >= known.type.rawValue { return }
    sayings[number] = Saying(milliseconds: milliseconds, type: type)
  }

  private mutating func begin(_ vessel: UInt32) -> Int {
    var first = VesselIndex()
    let number = first.number(of: vessel)
    index = first
    return number
  }

  /// Takes in what other rows have said.
  mutating func add(_ other: VesselTypeTable) {
    guard let index = other.index else { return }
    for (vessel, saying) in zip(index.vessels, other.sayings) {
      add(saying.type, of: vessel, at: saying.milliseconds)
    }
  }

  /// The types by vessel.
  var byVessel: [UInt32: VesselType] {
    guard let index else { return [:] }
    return Dictionary(uniqueKeysWithValues: zip(index.vessels, sayings.map(\.type)))
  }
}
