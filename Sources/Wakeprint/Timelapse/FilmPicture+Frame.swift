import Cartography
import Export
import Tracks

extension FilmPicture {
  /// A finished frame as a sink takes it.
  func finish(_ moment: FilmMoment) throws(WakeprintError) -> FilmFrame {
    do throws(TracksError) {
      return .rgb(try bytes(of: moment), size.width, size.height)
    } catch {
      throw WakeprintError(error)
    }
  }
}
