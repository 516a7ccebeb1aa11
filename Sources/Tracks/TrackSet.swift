/// The tracks of all vessels: each vessel's fixes in the order of time, one for each instant.
public struct TrackSet: Sendable {
  private let vessels: [Vessel]
  private let storage: Storage
  /// By vessel; empty where no type is known.
  private var types: [VesselType] = []

  /// A vessel, and where the storage has its fixes.
  struct Vessel: Sendable {
    let mmsi: UInt32
    /// How many fixes it has.
    let count: Int
    /// Its number in a store, or its first fix in a run.
    let place: Int
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

  /// Tracks from vessels by rising MMSI.
  init(vessels: [Vessel], storage: Storage) {
    self.vessels = vessels
    self.storage = storage
  }

  /// The same tracks with their vessels' types.
  func with(_ types: VesselTypeTable) -> TrackSet {
    var tracks = self
    let known = types.byVessel
    tracks.types = known.isEmpty ? [] : vessels.map { known[$0.mmsi] ?? .unknown }
    return tracks
  }

  /// How many vessels there are.
  public var vesselCount: Int { vessels.count }

  /// How many fixes there are.
  public var fixCount: Int { vessels.reduce(0) { $0 + $1.count } }

  /// Whether the fixes had to be put on disk.
  public var isSpilled: Bool {
    if case .file = storage { true } else { false }
  }

  /// The identity of a vessel, 0..<vesselCount; vessels stand by rising MMSI.
  package func mmsi(ofVessel index: Int) -> UInt32 { vessels[index].mmsi }

  /// What a vessel, 0..<vesselCount, is for: what the latest of its rows to say so says, and of several at one instant
  /// the first class; `unknown` where `ReadOptions.keepsVesselType` was not set.
  package func vesselType(ofVessel index: Int) -> VesselType { types.isEmpty ? .unknown : types[index] }

  /// Lends a vessel's fixes, 0..<vesselCount, in the order of time; `scratch` is used again from call to call.
  ///
  /// Reading them back from disk may fail.
  package func withFixes<Result>(
    ofVessel index: Int, scratch: inout [Fix], _ body: (UnsafeBufferPointer<Fix>) -> Result
  ) throws(TracksError) -> Result {
    let vessel = vessels[index]
    scratch.removeAll(keepingCapacity: true)
    var rows: [UInt64] = []
    switch storage {
    case .memory(let kept): kept.store.load(vessel.place, into: &scratch, rows: &rows)
    case .file(let run):
      try run.load(
        VesselSpan(vessel: vessel.mmsi, start: vessel.place, count: vessel.count), into: &scratch, rows: &rows)
    }
    return scratch.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<vessel.count])) }
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
    case .memory(let kept): kept.store.load(vessel.place, range, into: &scratch)
    case .file(let run):
      var rows: [UInt64] = []
      try run.load(
        VesselSpan(vessel: vessel.mmsi, start: vessel.place + range.lowerBound, count: range.count), into: &scratch,
        rows: &rows)
    }
    return scratch.withUnsafeBufferPointer { body($0) }
  }

  /// How many fixes a vessel has.
  package func fixCount(ofVessel index: Int) -> Int { vessels[index].count }
}
