import Geography
import JSON

/// Lays a style's values over a theme's data, which has every key that there is.
enum ThemeOverrides {
  /// The whole with the values of `style` in the place of its own; objects are merged, everything else is replaced.
  ///
  /// Throws where a key is unknown, and where one holds an object and the other does not. Values are not looked at.
  static func merged(_ whole: JSONValue, with style: JSONValue) throws(CartographyError) -> JSONValue {
    guard case .object = style else {
      throw .unusableStyle("is no style; write a JSON object such as {\"sea\": \"#0D1522\"}")
    }
    return try merged(whole, with: style, path: [], root: whole)
  }

  private static func merged(
    _ whole: JSONValue, with style: JSONValue, path: [String], root: JSONValue
  ) throws(CartographyError) -> JSONValue {
    guard case .object(var members) = whole, case .object(let changes) = style else { return style }
    for change in changes {
      let path = path + [change.key]
      guard let place = members.firstIndex(where: { $0.key == change.key }) else {
        throw unknown(path, near: whole, root: root)
      }
      if case .object(let keys) = members[place].value {
        guard case .object = change.value else {
          let names = keys.map(\.key).joined(separator: ", ")
          throw .unusableStyle("'\(text(path))' holds \(names); write an object of these")
        }
      }
      members[place].value = try merged(members[place].value, with: change.value, path: path, root: root)
    }
    return .object(members)
  }

  private static func unknown(_ path: [String], near section: JSONValue, root: JSONValue) -> CartographyError {
    let wanted = Array(path.joined(separator: ".").utf8)
    let known = paths(root)
    let distances = known.map { editDistance(wanted.suffix(60), Array($0.utf8)) }
    if let least = distances.min(), least <= max(2, wanted.count / 3), let place = distances.firstIndex(of: least) {
      return .unusableStyle("'\(text(path))' is no key of a style; did you mean '\(known[place])'?")
    }
    var names: [String] = []
    if case .object(let members) = section { names = members.map(\.key) }
    let group = path.count > 1 ? "'\(text(path.dropLast()))'" : "a style"
    return .unusableStyle("'\(text(path))' is no key of a style; \(group) holds \(names.joined(separator: ", "))")
  }

  /// All keys of an object and of the objects in it, with their paths.
  static func paths(_ value: JSONValue) -> [String] {
    guard case .object(let members) = value else { return [] }
    return members.flatMap { member in [member.key] + paths(member.value).map { member.key + "." + $0 } }
  }

  /// A path as an error says it: on one line and not endless, whatever its keys are.
  private static func text(_ path: [String]) -> String {
    let text = JSONValue.string(path.joined(separator: ".")).text().dropFirst().dropLast()
    return text.count <= 60 ? String(text) : text.prefix(60) + "…"
  }
}
