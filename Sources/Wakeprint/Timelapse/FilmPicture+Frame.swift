import Cartography
import Export
import Tracks

extension FilmPicture {
  /// A finished frame as a sink takes it.
  func finish(_ moment: FilmMoment, on desk: inout FilmDesk) throws(WakeprintError) -> FilmFrame {
    do throws(TracksError) {
      let bytes = try bytes(of: moment, on: &desk)
      return FilmFrame(
        width: size.width, height: size.height, pixels: isOpaque ? .rgb(bytes) : .rgba(bytes))
    } catch {
      throw WakeprintError(error)
    }
  }
}
