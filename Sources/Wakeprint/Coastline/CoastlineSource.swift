import Cartography
import Geography
import Platform

/// Where a job's coastline comes from; opened only when a view is close.
struct CoastlineSource: Sendable {
  private enum Origin: Sendable {
    case none
    case cache(String)
    case named(CoastlineArchive)
  }

  private let origin: Origin

  /// The source for a look; without a basemap none. Throws where a file that the user names cannot be used.
  init(_ look: LookRequest) throws(WakeprintError) {
    switch look.hasBasemap ? look.coastline : .none {
    case .none: origin = .none
    case .automatic: origin = CoastlineStore.path.map(Origin.cache) ?? .none
    case .file(let path): origin = .named(try CoastlineStore.archive(path))
    }
  }

  /// The coastline for a grid, nil where that is not close or none is installed; and what the user should know.
  func coastline(for grid: PixelGrid) -> (used: UsedCoastline?, note: String?) {
    guard BasemapDetail.isClose(grid) else { return (nil, nil) }
    switch origin {
    case .none: return (nil, nil)
    case .named(let archive): return (UsedCoastline(archive), nil)
    case .cache(let path):
      guard case .file = PathKind(of: path) else { return (nil, nil) }
      do throws(WakeprintError) {
        return (UsedCoastline(try CoastlineStore.archive(path)), nil)
      } catch {
        return (nil, error.description + "; the embedded basemap is drawn instead")
      }
    }
  }
}

extension JobSummary {
  /// Takes the coastline for a grid, and what is to be said of it.
  mutating func use(_ source: CoastlineSource, for grid: PixelGrid) {
    let (used, note) = source.coastline(for: grid)
    coastline = used
    if let note { notes.append(note) }
  }
}
