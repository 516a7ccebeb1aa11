/// A slow sample with the track it is of, as the search for pairs sorts it.
struct SearchSample: Sendable {
  /// The step's number.
  var slot: Int32
  var latitudeE7: Int32
  var longitudeE7: Int32
  var track: UInt32
  /// Whose the track is: two tracks of one MMSI make no pair.
  var mmsi: UInt32
}

extension SearchSample {
  /// Puts samples in the order of their steps; gives where each step's begin, and the end of all.
  static func group(_ samples: inout [SearchSample]) -> [Int] {
    guard let first = samples.first else { return [0] }
    var (low, high) = (first.slot, first.slot)
    for sample in samples {
      low = min(low, sample.slot)
      high = max(high, sample.slot)
    }
    let width = Int(high) - Int(low) + 1
    if width <= samples.count {
      // As a rule every step has samples: counting is enough.
      var ends = [Int](repeating: 0, count: width)
      for sample in samples { ends[Int(sample.slot - low)] += 1 }
      var place = 0
      for slot in ends.indices { (ends[slot], place) = (place, place + ends[slot]) }
      let unordered = samples
      for sample in unordered {
        samples[ends[Int(sample.slot - low)]] = sample
        ends[Int(sample.slot - low)] += 1
      }
    } else {
      samples.sort { $0.slot < $1.slot }
    }
    var starts: [Int] = []
    for index in samples.indices where index == 0 || samples[index].slot != samples[index - 1].slot {
      starts.append(index)
    }
    return starts + [samples.count]
  }
}
