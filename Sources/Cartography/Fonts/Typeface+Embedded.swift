extension Typeface {
  /// Open Sans Regular (Apache License 2.0), carried in the program; read at its first use.
  package static let regular = embedded(.openSansRegular)
  /// Open Sans Semibold.
  package static let semibold = embedded(.openSansSemibold)
  /// Open Sans Italic.
  package static let italic = embedded(.openSansItalic)

  private static func embedded(_ resource: EmbeddedResource) -> Typeface {
    do throws(CartographyError) {
      return try Typeface(resource)
    } catch {
      preconditionFailure("the program's own typeface: \(error)")
    }
  }
}
