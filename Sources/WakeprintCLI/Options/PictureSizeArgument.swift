import ArgumentParser

/// A size in pixels: `1920x1080`.
struct PictureSizeArgument: ExpressibleByArgument {
  let width: Int
  let height: Int

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  init?(argument: String) {
    let halves = argument.lowercased().split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard halves.count == 2, let width = halves[0], let height = halves[1], abs(width) < 1 << 30,
      abs(height) < 1 << 30
    else { return nil }
    self.width = width
    self.height = height
  }

  var defaultValueDescription: String { "\(width)x\(height)" }
}
