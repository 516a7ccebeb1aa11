/// What the names of members mean; each is looked into once.
struct RecordKeyTable {
  private let map: [ColumnRole: String]
  /// The names seen, one behind the other, and where they are; `slots` leads to them by their hash.
  private var texts: [UInt8] = []
  private var entries: [Entry] = []
  private var slots = [Int](repeating: -1, count: 4096)
  /// The entry that came last, and the one that came after each the last time, from the place after none on.
  private var latest = -1
  private var following = [-1]

  private struct Entry {
    /// The entry of the member that the name is within.
    var outer: Int
    var range: Range<Int>
    var key: RecordKey
  }

  private static let directly = -2
  /// Names beyond which no more are kept: records have some tens. Those that mean something have room after the others.
  private static let mostEntries = 2048
  private static let mostUnknown = 1024
  /// No name is longer.
  private static let longestName = 128

  /// Names in a JSON object that stand for the times of a line's positions, best first.
  private static let timesNames = ["coordtimes", "times", "linestringtimestamps", "datetimes", "timestamps"]
  private static let trackNames = ["vessel", "vesselid", "ship", "shipid", "track", "trackid", "trackname"]
  /// Objects within a record whose members are the record's own; others, such as a receiver or a port, have their own
  /// places and names.
  private static let wrappers: Set<String> = [
    "vessel", "ship", "position", "pos", "location", "loc", "point", "coordinates", "coords", "latlon", "latlng",
    "lastposition", "latestposition", "currentposition", "ais", "metadata", "meta", "data", "report", "fix", "gps",
    "dynamic", "navigation", "static", "staticdata", "identity", "properties", "attributes", "fields", "record",
    "dimensions", "voyage", "currentvoyage",
  ]
  /// What Digitraffic calls the time, beside a `timestamp` that is the second within the minute.
  private static let bestTime = "timestampexternal"

  /// A table for names that the user gives for roles, dotted where a member is within another; no other name stands for
  /// a role that has one.
  init(map: [ColumnRole: String]) {
    self.map = map.mapValues { $0.hasPrefix("properties.") ? String($0.dropFirst(11)) : $0 }
  }

  /// What a name means, directly in a record or within the member of it that `outer` is the key of.
  mutating func key(_ name: UnsafeBufferPointer<UInt8>, within outer: RecordKey? = nil) -> RecordKey {
    let place = outer?.entry ?? Self.directly
    // Records name their members in the same order again and again.
    let expected = following[latest + 1]
    if expected >= 0, entries[expected].outer == place, isSame(entries[expected].range, name) {
      latest = expected
      return entries[expected].key
    }
    // Nothing is known of what is within a member that is not kept.
    guard name.count < Self.longestName, place != RecordKey.notKept else { return RecordKey() }
    var hash = UInt32(truncatingIfNeeded: place) &* 0x9E37_79B1
    for byte in name { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    var slot = Int(hash % UInt32(slots.count))
    while slots[slot] >= 0 {
      let index = slots[slot]
      if entries[index].outer == place, isSame(entries[index].range, name) {
        following[latest + 1] = index
        latest = index
        return entries[index].key
      }
      slot = (slot + 1) % slots.count
    }
    var key = meaning(String(decoding: name, as: UTF8.self), within: outer.map(text) ?? "")
    if outer == nil { key.part = RecordKey.Part(name) }
    guard entries.count < (key.isKnown ? Self.mostEntries : Self.mostUnknown) else { return key }
    key.entry = entries.count
    slots[slot] = entries.count
    let start = texts.count
    texts.append(contentsOf: name)
    entries.append(Entry(outer: place, range: start..<texts.count, key: key))
    following.append(-1)
    following[latest + 1] = key.entry
    latest = key.entry
    return key
  }

  /// A key's name, as the file spells it.
  private func text(_ key: RecordKey) -> String {
    key.entry < 0 ? "" : String(decoding: texts[entries[key.entry].range], as: UTF8.self)
  }

  private func isSame(_ range: Range<Int>, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard range.count == name.count else { return false }
    return texts.withUnsafeBufferPointer { texts in
      for index in 0..<name.count where texts[range.lowerBound + index] != name[index] { return false }
      return true
    }
  }

  private func meaning(_ name: String, within outer: String) -> RecordKey {
    var key = RecordKey()
    let leaf = ColumnRole.normalized(name)
    let wrapper = ColumnRole.normalized(outer)
    let path = wrapper + leaf
    for role in ColumnRole.allCases {
      guard let rank = rank(of: role, spelled: outer.isEmpty ? name : outer + "." + name, path, leaf, wrapper),
        rank < key.rank
      else { continue }
      key.role = role
      key.rank = rank
    }
    let isTimes = outer.isEmpty || wrapper == "coordinateproperties"
    if isTimes, let index = Self.timesNames.firstIndex(of: leaf) {
      key.timesRank = UInt8(1 + index) + (outer.isEmpty ? 0 : 10)
    }
    if key.role == .time, key.rank <= 1 { key.timesRank = RecordKey.chosen }
    if outer.isEmpty || Self.wrappers.contains(wrapper) {
      if let index = Self.trackNames.firstIndex(of: leaf) { key.trackRank = UInt8(1 + index) }
      if leaf == "id", outer.isEmpty { key.trackRank = RecordKey.featuresOwn }
      // A vessel's own number names its track where nothing better does.
      if leaf == "id", wrapper == "vessel" || wrapper == "ship" { key.trackRank = 20 }
    }
    return key
  }

  private func rank(
    of role: ColumnRole, spelled: String, _ path: String, _ leaf: String, _ wrapper: String
  ) -> UInt8? {
    if let chosen = map[role] {
      if chosen == spelled { return RecordKey.chosen }
      return ColumnRole.normalized(chosen) == path ? 1 : nil
    }
    if role == .time, leaf == Self.bestTime { return 9 }
    if let index = role.aliases.firstIndex(of: path) { return UInt8(10 + 2 * index) + (wrapper.isEmpty ? 0 : 1) }
    guard Self.wrappers.contains(wrapper), let index = role.aliases.firstIndex(of: leaf) else { return nil }
    return UInt8(100 + index)
  }
}
