/// Why a file cannot be used as a coastline; the file's name is not in it.
package enum CoastlineArchiveError: Error, Hashable, Sendable {
  /// Another kind of file.
  case notACoastline
  /// A coastline, but not whole or not as it was written.
  case damaged

  /// What is wrong and what to do.
  package var sentence: String {
    switch self {
    case .notACoastline:
      "is no coastline file of Wakeprint; give one that `wakeprint coastline install` has made"
    case .damaged: "is damaged; make it anew with `wakeprint coastline install`"
    }
  }
}
