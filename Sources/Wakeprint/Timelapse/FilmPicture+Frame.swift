import Cartography
import Export
import Raster
import Tracks

extension FilmPicture {
  /// A finished frame as a sink takes it; `palette` is that of density.
  func finish(_ moment: consuming FilmMoment, on desk: inout FilmDesk, palette: [Color]) throws(WakeprintError)
    -> FilmFrame
  {
    if let indices = moment.indices {
      return FilmFrame(
        width: size.width, height: size.height, pixels: .indexed(indices, palette: palette.map(PaletteEntry.init)))
    }
    do throws(TracksError) {
      let bytes = try bytes(of: moment, on: &desk)
      return FilmFrame(
        width: size.width, height: size.height, pixels: isOpaque ? .rgb(bytes) : .rgba(bytes))
    } catch {
      throw WakeprintError(error)
    }
  }
}
