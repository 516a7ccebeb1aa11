/// What the names of members mean; each is looked into once.
struct RecordKeyTable {
  private let map: [ColumnRole: String]
  /// The names seen, one behind the other, and where they are; `slots` leads to them by their hash.
  private var texts: [UInt8] = []
  private var entries: [Entry] = []
  private var slots = [Int16](repeating: -1, count: 2048)

  private struct Entry {
    var hash: UInt32
    var range: Range<Int>
    var key: RecordKey
  }

  /// Names beyond which no more are kept: records have some tens.
  private static let mostEntries = 1024
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

  /// What a name means, directly in a record or within a member of it of the name `outer`.
  mutating func key(_ name: UnsafeBufferPointer<UInt8>, within outer: [UInt8] = []) -> RecordKey {
    guard name.count + outer.count < Self.longestName else { return RecordKey() }
    var hash: UInt32 = 2_166_136_261
    for byte in outer { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    if !outer.isEmpty { hash = (hash ^ 0x100) &* 16_777_619 }
    for byte in name { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    var slot = Int(hash % UInt32(slots.count))
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      if entry.hash == hash, isSame(entry.range, outer, name) { return entry.key }
      slot = (slot + 1) % slots.count
    }
    var key = meaning(String(decoding: name, as: UTF8.self), within: String(decoding: outer, as: UTF8.self))
    if outer.isEmpty { key.part = RecordKey.Part(name) }
    if entries.count < Self.mostEntries {
      slots[slot] = Int16(entries.count)
      let start = texts.count
      texts += outer
      if !outer.isEmpty { texts.append(Self.separator) }
      texts.append(contentsOf: name)
      entries.append(Entry(hash: hash, range: start..<texts.count, key: key))
    }
    return key
  }

  /// No byte of a text in UTF-8.
  private static let separator: UInt8 = 0xFF

  private func isSame(_ range: Range<Int>, _ outer: [UInt8], _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let before = outer.isEmpty ? 0 : outer.count + 1
    guard range.count == before + name.count else { return false }
    return texts.withUnsafeBufferPointer { texts in
      for index in 0..<outer.count where texts[range.lowerBound + index] != outer[index] { return false }
      if before > 0, texts[range.lowerBound + before - 1] != Self.separator { return false }
      for index in 0..<name.count where texts[range.lowerBound + before + index] != name[index] { return false }
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
