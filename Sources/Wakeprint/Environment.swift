import Export
import Geography
import Platform

/// Workers that a job gets unless told otherwise: all cores.
public var defaultThreads: Int { processorCount() }

/// Removes what interrupted jobs have begun to write; nothing stands under an output's name before it is whole.
public func discardUnfinishedOutputs() { OutputFile.discardAll() }

extension FrameRequest {
  /// The box of a named sea or country. Throws a usage error that lists near names.
  public static func box(ofRegion name: String) throws(WakeprintError) -> BoundingBox {
    if let region = Region.named(name) { return region.box }
    let near = Region.nearest(to: name, limit: 4).map { "\"\($0.name)\"" }
    let hint = near.isEmpty ? "give --bbox instead" : "near names are \(near.joined(separator: ", "))"
    throw WakeprintError(.usage, "--region \"\(name)\" is not a sea or country known here; \(hint)")
  }
}
