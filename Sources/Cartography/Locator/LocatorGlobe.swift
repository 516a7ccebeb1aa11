import Geography
import Raster

package struct LocatorGlobe: Sendable {
  package init?(for viewport: Viewport) { return nil }
  package func draw(on pixmap: inout Pixmap, in square: PixelRect, theme: Theme, hairline: Double) {}
}
