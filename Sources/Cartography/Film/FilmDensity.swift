import Raster
import Tracks

/// The density beneath what moves in a film, in colours that are the same on all frames.
package struct FilmDensity: Sendable {
  private var film: DensityFilm
  private let table: ColorScaleTable
  /// Colours by palette index; 0 is nothing.
  package let palette: [Color]

  /// A film's density before a frame, in the colours of a scale.
  package init(_ film: DensityFilm, scale: ColorScale, palette: [Color]) {
    self.film = film
    table = ColorScaleTable(scale)
    self.palette = palette
  }

  /// Goes on to the next frame. Reading fixes back from disk may fail.
  mutating func advance() throws(TracksError) { try film.advance() }

  /// A palette index for each pixel of the canvas, row-major.
  mutating func indices() -> [UInt8] { film.indices(table) }
}
