/// The tracks of all vessels: each track's fixes in the order of time, one for each instant.
///
/// A vessel here is a track: ships that share an MMSI and were separated stand as vessels of the same MMSI one behind
/// the other, told apart by their part.
public struct TrackSet: Sendable {
  private let vessels: [Vessel]
  private let storage: Storage
  /// By vessel; empty where no type is known.
  private var types: [VesselType] = []
  /// By rising MMSI; without those of which nothing was said.
  private var known: [(mmsi: UInt32, identity: VesselIdentity)] = []

  /// A vessel's track, and where the storage has its fixes.
  struct Vessel: Sendable {
    let mmsi: UInt32
    /// Which of the MMSI's tracks it is, from 0.
    var part = 0
    /// How many fixes it has.
    let count: Int
    /// The MMSI's number in a store, or its first fix in a run.
    let place: Int
    /// How many fixes of the MMSI's other tracks lie before its own.
    var start = 0
  }

  /// Where fixes are kept.
  enum Storage: Sendable {
    case memory(KeptStore)
    case file(SpilledRun)
  }

  /// A store that no longer changes.
  final class KeptStore: Sendable {
    let store: FixStore

    init(_ store: consuming FixStore) { self.store = store }
  }

  /// Tracks from vessels by rising MMSI and part.
  init(vessels: [Vessel], storage: Storage) {
    self.vessels = vessels
    self.storage = storage
  }

  /// Some of the vessels, and of each some of its fixes, numbered from 0.
  func part(vessels kept: [Int], fixes ranges: [Range<Int>]) -> TrackSet {
    var tracks = TrackSet(
      vessels: zip(kept, ranges).map { number, range in
        let whole = vessels[number]
        return Vessel(
          mmsi: whole.mmsi, part: whole.part, count: range.count, place: whole.place,
          start: whole.start + range.lowerBound)
      }, storage: storage)
    tracks.types = types.isEmpty ? [] : kept.map { types[$0] }
    tracks.known = known
    return tracks
  }

  /// The same tracks with their vessels' types.
  func with(_ types: VesselTypeTable) -> TrackSet {
    var tracks = self
    let known = types.byVessel
    tracks.types = known.isEmpty ? [] : vessels.map { known[$0.mmsi] ?? .unknown }
    return tracks
  }

  /// The same tracks with who their vessels say they are, by rising MMSI.
  func with(_ identities: [(mmsi: UInt32, identity: VesselIdentity)]) -> TrackSet {
    var tracks = self
    tracks.known = identities
    return tracks
  }

  /// How many vessels there are, a separated one counted once for each of its tracks.
  public var vesselCount: Int { vessels.count }

  /// How many fixes there are.
  public var fixCount: Int { vessels.reduce(0) { $0 + $1.count } }

  /// Whether the fixes had to be put on disk.
  public var isSpilled: Bool {
    if case .file = storage { true } else { false }
  }

  /// The identity of a vessel, 0..<vesselCount; vessels stand by rising MMSI, which several may share.
  package func mmsi(ofVessel index: Int) -> UInt32 { vessels[index].mmsi }

  /// Which of the tracks of its MMSI a vessel, 0..<vesselCount, is: 0 for the one that begins first, then by beginning.
  package func part(ofVessel index: Int) -> Int { vessels[index].part }

  /// What a vessel, 0..<vesselCount, is for: what the latest of its rows to say so says, and of several at one instant
  /// the first class; `unknown` where `ReadOptions.keepsVesselType` was not set.
  package func vesselType(ofVessel index: Int) -> VesselType { types.isEmpty ? .unknown : types[index] }

  /// Lends a vessel's fixes, 0..<vesselCount, in the order of time; `scratch` is used again from call to call.
  ///
  /// Reading them back from disk may fail.
  package func withFixes<Result>(
    ofVessel index: Int, scratch: inout [Fix], _ body: (UnsafeBufferPointer<Fix>) -> Result
  ) throws(TracksError) -> Result {
    try withFixes(ofVessel: index, in: 0..<vessels[index].count, scratch: &scratch, body)
  }

  /// Lends some of a vessel's fixes, numbered from 0 in the order of time; `scratch` is used again from call to call.
  ///
  /// Reading them back from disk may fail.
  package func withFixes<Result>(
    ofVessel index: Int, in range: Range<Int>, scratch: inout [Fix], _ body: (UnsafeBufferPointer<Fix>) -> Result
  ) throws(TracksError) -> Result {
    let vessel = vessels[index]
    precondition(range.lowerBound >= 0 && range.upperBound <= vessel.count, "a vessel has only so many fixes")
    scratch.removeAll(keepingCapacity: true)
    switch storage {
    case .memory(let kept):
      kept.store.load(
        vessel.place, vessel.start + range.lowerBound..<vessel.start + range.upperBound, into: &scratch)
    case .file(let run):
      var rows: [UInt64] = []
      let start = vessel.place + vessel.start + range.lowerBound
      try run.load(
        VesselSpan(vessel: vessel.mmsi, start: start, count: range.count), into: &scratch, rows: &rows)
    }
    return scratch.withUnsafeBufferPointer { body($0) }
  }

  /// Who the vessels say they are, by rising MMSI and each once; without those of which nothing was said.
  package func identities() -> [(mmsi: UInt32, identity: VesselIdentity)] { known }

  /// How many fixes a vessel has.
  package func fixCount(ofVessel index: Int) -> Int { vessels[index].count }
}
