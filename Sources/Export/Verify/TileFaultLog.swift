/// The faults of a tile set in the order found: the first twenty of a kind, and how many more there are.
struct TileFaultLog {
  /// Faults of a kind that are listed.
  static let listed = 20

  private var found: [TileFault] = []
  private var counts = [UInt64](repeating: 0, count: TileFault.Kind.allCases.count)

  /// Faults in all, listed or not.
  var count: Int { counts.reduce(0) { $0 + Int(clamping: $1) } }

  /// The faults listed, and behind them for each kind that has more of them, how many.
  var faults: [TileFault] {
    found
      + TileFault.Kind.allCases.compactMap { kind in
        let rest = counts[kind.rawValue] - min(counts[kind.rawValue], UInt64(Self.listed))
        return rest > 0 ? TileFault(place: kind.words, what: "and \(rest) more faults of this kind") : nil
      }
  }

  /// Whether a further fault of a kind would be listed.
  func lists(_ kind: TileFault.Kind) -> Bool { counts[kind.rawValue] < UInt64(Self.listed) }

  /// Takes in a fault; words are made only where they are listed.
  mutating func note(_ kind: TileFault.Kind, _ place: @autoclosure () -> String, _ what: @autoclosure () -> String) {
    if lists(kind) { found.append(TileFault(place: place(), what: what())) }
    counts[kind.rawValue] += 1
  }

  /// Takes in faults of a kind that are not to be listed one by one.
  mutating func note(_ kind: TileFault.Kind, unlisted more: UInt64) { counts[kind.rawValue] += more }
}
