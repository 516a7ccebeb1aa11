import Tracks

/// Changes of one field to and fro between the same two values, which are one finding however often they swing.
struct IdentitySwing {
  /// The first of the changes.
  let first: IdentityChange
  /// When the last of them was, in milliseconds since 1970.
  private(set) var lastAt: Int64
  /// How many they are.
  private(set) var count = 1

  private init(_ change: IdentityChange) {
    first = change
    lastAt = change.at
  }

  /// The field as event files name it.
  var fieldName: String { first.field == .callSign ? "call_sign" : first.field.rawValue }

  /// A vessel's changes in the order of time, those between the same two values as one.
  ///
  /// Values that differ in blanks and signs alone are the same: encoders drop them.
  static func swings(_ changes: [IdentityChange]) -> [IdentitySwing] {
    var swings: [IdentitySwing] = []
    var places: [String: Int] = [:]
    for change in changes {
      let (from, to) = (EventFields.normalized(change.from), EventFields.normalized(change.to))
      if from == to, !from.isEmpty { continue }
      let key = [change.field.rawValue, min(from, to), max(from, to)].joined(separator: "|")
      if let place = places[key] {
        swings[place].lastAt = change.at
        swings[place].count += 1
      } else {
        places[key] = swings.count
        swings.append(IdentitySwing(change))
      }
    }
    return swings
  }
}
