import JSON

extension Theme {
  /// For screens: the data glow on a dark sea.
  package static let dark = embedded("dark", .themeDark)
  /// For documents: the data are ink on a pale sea.
  package static let light = embedded("light", .themeLight)
  /// For paper and photocopiers: black, white and greys.
  package static let print = embedded("print", .themePrint)

  /// All themes, in the order in which they are listed to a user.
  package static let all: [Theme] = [dark, light, print]

  private static func embedded(_ name: String, _ resource: EmbeddedResource) -> Theme {
    do {
      return try Theme(name: name, data: JSONValue(parsing: Array(resource.bytes)))
    } catch {
      preconditionFailure("the program's own theme \(name): \(error)")
    }
  }
}
