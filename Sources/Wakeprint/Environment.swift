import Export
import Geography
import Platform

/// Workers that a job gets unless told otherwise: all cores.
public var defaultThreads: Int { processorCount() }

/// Removes what interrupted jobs have begun to write; nothing stands under an output's name before it is whole.
///
/// An `end` that leaves the program does so before another output can be begun; it must not begin one itself.
public func discardUnfinishedOutputs(then end: () -> Void = {}) { OutputFile.discardAll(then: end) }

extension FrameRequest {
  /// Shows a named sea or country, whose name is the title unless another is given. Throws a usage error that lists
  /// near names.
  public mutating func show(region name: String) throws(WakeprintError) {
    if let region = Region.named(name) {
      box = region.box
      placeName = region.name
      return
    }
    let near = Region.nearest(to: name, limit: 4).map { "\"\($0.name)\"" }
    let hint = near.isEmpty ? "give --bbox instead" : "near names are \(near.joined(separator: ", "))"
    throw WakeprintError(.usage, "--region \"\(name)\" is not a sea or country known here; \(hint)")
  }
}
