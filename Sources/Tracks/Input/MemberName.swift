/// Tells by a member's name in an archive whether it is one that nobody put there for its content.
enum MemberName {
  /// Whether it is a hidden file, such as a desktop keeps for itself, or lies in a hidden folder.
  static func isHidden(_ member: String) -> Bool {
    member.split(separator: "/").contains { part in
      part == "__MACOSX" || part.hasPrefix(".") && part != "." && part != ".."
    }
  }
}
