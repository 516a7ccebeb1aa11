import JSON

/// What one feature, row or entry says, as texts by name, so that one set of rules reads every format.
///
/// Names are compared without case and signs. A name inside an object stands behind that object's name, and the first of
/// `vessels` is `vessel1`: `vessel1_mmsi`, `vessels: [{mmsi}]` and `Vessel1.MMSI` are one name, `vessel1mmsi`.
struct EventFields {
  private var places: [String: Int] = [:]
  private var texts: [String] = []

  /// The largest number of vessels that are read of one event.
  static let mostVessels = 16
  /// Longer names mean nothing that is read.
  private static let longestName = 64
  /// Objects inside objects inside objects; deeper ones say nothing that is read.
  private static let deepestLevel = 3

  /// The fields of a table's header, without values.
  init(header: [String]) {
    for (place, name) in header.enumerated() {
      let name = Self.normalized(name)
      if places[name] == nil { places[name] = place }
    }
  }

  /// The fields of an object.
  init(_ object: JSONValue) { add(object, prefix: "", level: 0) }

  /// The same names with the values of a row.
  func with(_ row: [String]) -> EventFields {
    var fields = self
    fields.texts = row
    return fields
  }

  /// Whether one of the names is there, with or without a value.
  func hasName(_ names: [String]) -> Bool { names.contains { places[$0] != nil } }

  /// The first value that is not empty; names as `normalized` writes them.
  func text(_ names: [String]) -> String? {
    for name in names {
      if let place = places[name], place < texts.count, !texts[place].isEmpty { return texts[place] }
    }
    return nil
  }

  /// The first value that is not empty, as a finite number.
  func number(_ names: [String]) -> Double? {
    guard let text = text(names), let value = Double(text), value.isFinite else { return nil }
    return value
  }

  /// Letters and digits of a name, in lower case.
  static func normalized(_ name: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": kept.append(scalar)
      case "A"..."Z": kept.append(Unicode.Scalar(UInt8(scalar.value) | 0x20))
      default: continue
      }
    }
    return String(kept)
  }

  private mutating func add(_ value: JSONValue, prefix: String, level: Int) {
    switch value {
    case .object(let members):
      guard level < Self.deepestLevel else { return }
      if prefix == "flags" { set(prefix, Self.list(members.map { ($0.key, $0.value) })) }
      for member in members where member.key.utf8.count <= Self.longestName {
        add(member.value, prefix: prefix + Self.normalized(member.key), level: level + 1)
      }
    case .array(let elements):
      guard prefix == "vessels" else {
        let texts = elements.compactMap(\.string)
        if texts.count == elements.count, !texts.isEmpty { set(prefix, texts.joined(separator: "; ")) }
        return
      }
      set("vesselcount", String(elements.count))
      let numbers = elements.compactMap(\.int)
      if numbers.count == elements.count { set(prefix, numbers.map(String.init).joined(separator: " ")) }
      for (place, vessel) in elements.prefix(Self.mostVessels).enumerated() {
        if case .object = vessel {
          add(vessel, prefix: "vessel\(place + 1)", level: level)
        } else {
          add(vessel, prefix: "vessel\(place + 1)mmsi", level: level)
        }
      }
    case .string(let text): set(prefix, text)
    case .integer(let number): set(prefix, String(number))
    case .unsigned(let number): set(prefix, String(number))
    case .number(let number): set(prefix, number.description)
    case .bool(let isTrue): set(prefix, isTrue ? "true" : "false")
    case .null: return
    }
  }

  /// Counts by name as a table's cell lists them: `CHN:3 RUS:1`; without what is no count.
  private static func list(_ members: [(name: String, count: JSONValue)]) -> String {
    members.compactMap { member in member.count.int.map { "\(member.name):\($0)" } }.joined(separator: " ")
  }

  private mutating func set(_ name: String, _ text: String) {
    guard places[name] == nil else { return }
    places[name] = texts.count
    texts.append(text)
  }
}
