import ArgumentParser

/// One or several paths with commas between them.
struct PathsArgument: ExpressibleByArgument {
  let paths: [String]

  init?(argument: String) {
    paths = argument.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    if paths.contains("") { return nil }
  }
}
