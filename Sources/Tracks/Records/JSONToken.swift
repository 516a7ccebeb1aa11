/// What comes next in JSON text.
enum JSONToken {
  case beginObject, endObject, beginArray, endArray
  /// The name of a member; its value is the next token.
  case key
  case string, number
  /// `true` or `false`.
  case truth
  /// `null`; also the `NaN` and `Infinity` that some programs write.
  case null
  /// Nothing more.
  case end
}
