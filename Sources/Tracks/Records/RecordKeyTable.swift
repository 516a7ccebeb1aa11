/// What the names of members mean; each is looked into once.
struct RecordKeyTable {
  /// The names that the user has given, by role in the order of roles.
  private let map: [(role: ColumnRole, name: (name: String, normalized: String))]
  /// What known names stand for, as `ColumnRole.normalized` writes them, and how good they are for it.
  private let aliases: [String: (role: ColumnRole, rank: UInt8)]
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
  /// Lists within a record that hold the vessel's own positions; others, such as of receivers, have their own.
  private static let positionLists: Set<String> = [
    "positions", "pastpositions", "track", "trackpoints", "history", "points", "fixes", "trajectory", "path", "trail",
  ]
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
  /// The rank of the best name known.
  private static let best: UInt8 = 10
  /// How much less a name says within another member than in the record itself.
  private static let flattened: UInt8 = 100

  /// A table for names that the user gives for roles, dotted where a member is within another; no other name stands for
  /// a role that has one.
  init(map: [ColumnRole: String]) {
    self.map = ColumnRole.allCases.compactMap { role in
      guard let name = map[role] else { return nil }
      let bare = name.hasPrefix("properties.") ? String(name.dropFirst(11)) : name
      return (role, (bare, ColumnRole.normalized(bare)))
    }
    var aliases: [String: (role: ColumnRole, rank: UInt8)] = [:]
    // The word for a date is a name of the time's in records.
    for role in ColumnRole.allCases where map[role] == nil && role != .date {
      for (index, alias) in role.aliases.enumerated() { aliases[alias] = (role, Self.best + UInt8(2 * index)) }
    }
    if map[.time] == nil { aliases[Self.bestTime] = (.time, Self.best - 1) }
    self.aliases = aliases
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
    let isFlattened = Self.wrappers.contains(wrapper)
    if let known = aliases[wrapper + leaf] {
      key.role = known.role
      key.rank = known.rank + (wrapper.isEmpty ? 0 : 1)
    } else if isFlattened, let known = aliases[leaf] {
      key.role = known.role
      key.rank = known.rank + Self.flattened
    }
    takeChoice(&key, spelled: outer.isEmpty ? name : outer + "." + name, path: wrapper + leaf)
    if outer.isEmpty || wrapper == "coordinateproperties", let index = Self.timesNames.firstIndex(of: leaf) {
      key.timesRank = UInt8(1 + index) + (outer.isEmpty ? 0 : 10)
    }
    if key.role == .time, key.rank <= RecordKey.chosenLoosely { key.timesRank = RecordKey.chosen }
    if outer.isEmpty || isFlattened, let index = Self.trackNames.firstIndex(of: leaf) {
      key.trackRank = UInt8(1 + index)
    }
    key.holdsPositions = Self.positionLists.contains(leaf)
    if leaf == "id" {
      // A vessel's own number names its track where nothing better does.
      if outer.isEmpty { key.trackRank = RecordKey.featuresOwn }
      if wrapper == "vessel" || wrapper == "ship" { key.trackRank = 20 }
    }
    return key
  }

  /// Takes the role that the user has given a name to, exactly or but for case and signs.
  private func takeChoice(_ key: inout RecordKey, spelled: String, path: String) {
    for (role, chosen) in map {
      guard chosen.name == spelled || chosen.normalized == path else { continue }
      key.role = role
      key.rank = chosen.name == spelled ? RecordKey.chosen : RecordKey.chosenLoosely
    }
  }
}
