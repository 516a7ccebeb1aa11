/// Which part of a palette density uses, and how its opacity rises from the first value.
package struct DensityFade: Sendable, Hashable {
  /// Where on the palette the smallest value lies, 0...1.
  package var first: Double
  /// Where on the palette the largest value lies, 0...1.
  package var last: Double
  /// Opacity of the smallest value, 0...1.
  package var firstOpacity: Double
  /// The share of the scale, 0...1, from which on colour is opaque.
  package var opaqueFrom: Double
}
