/// Tells by a member's name in an archive whether it may hold positions.
enum MemberName {
  /// Endings of documents and pictures that come along with data.
  private static let endings = [
    ".pdf", ".html", ".htm", ".xml", ".md", ".rtf", ".doc", ".docx", ".jpg", ".jpeg", ".png", ".prj", ".qmd", ".sha256",
    ".md5", ".asc", ".sig",
  ]

  /// Whether it is a hidden file, such as a desktop keeps for itself, or a document by its ending.
  static func holdsNoPositions(_ member: String) -> Bool {
    let parts = member.split(separator: "/")
    if parts.contains(where: { $0.hasPrefix(".") || $0 == "__MACOSX" }) { return parts != ["."] }
    let name = member.lowercased()
    return endings.contains(where: name.hasSuffix)
  }
}
