extension TrackSet {
  /// Who a vessel, 0..<vesselCount, says it is, which is said of all tracks of its MMSI together; nil where nothing was
  /// said or `ReadOptions.keepsIdentity` was not set.
  package func identity(ofVessel index: Int) -> VesselIdentity? { identity(ofMMSI: mmsi(ofVessel: index)) }

  /// Who the vessels of an MMSI say they are; nil where nothing was said.
  package func identity(ofMMSI mmsi: UInt32) -> VesselIdentity? {
    let known = identities()
    var (low, high) = (0, known.count)
    while low < high {
      let middle = (low + high) / 2
      if known[middle].mmsi < mmsi { low = middle + 1 } else { high = middle }
    }
    return low < known.count && known[low].mmsi == mmsi ? known[low].identity : nil
  }

  /// The IMO numbers that vessels of several MMSI say are theirs, by rising number; wrong numbers are left out.
  package func sharedIMOs() -> [(imo: UInt32, vessels: [UInt32])] {
    var vessels: [UInt32: [UInt32]] = [:]
    for (mmsi, identity) in identities() {
      guard let imo = identity.imo, identity.hasValidIMOCheckDigit else { continue }
      vessels[imo, default: []].append(mmsi)
    }
    return vessels.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map { (imo: $0.key, vessels: $0.value) }
  }
}
