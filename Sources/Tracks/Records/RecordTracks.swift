/// Tells which tracks records without an MMSI belong to.
struct RecordTracks {
  private var latest: (text: [UInt8], track: RecordTrack)?
  private var withoutName = 0

  /// The track of a record's positions; nil where they have an MMSI, or belong to no track.
  ///
  /// That is the vessel's name, else another name, else of a line the feature's own id, else its number. A single point
  /// without a name belongs to none.
  mutating func track(of record: JSONRecord) -> RecordTrack? {
    guard record.fields.field(.mmsi).isEmpty else { return nil }
    let isLine = JSONRecordRows.isLine(record)
    let name = record.fields.field(.name)
    if !name.isEmpty { return named(name) }
    if !record.trackName.isEmpty, isLine || record.trackRank < RecordKey.featuresOwn {
      return named(record.trackName[...])
    }
    guard isLine else { return nil }
    withoutName += 1
    return .numbered(withoutName)
  }

  /// A track of a name; the same one often comes again and again.
  private mutating func named(_ text: ArraySlice<UInt8>) -> RecordTrack {
    if let latest, latest.text.elementsEqual(text) { return latest.track }
    let track = RecordTrack.named(String(decoding: text, as: UTF8.self))
    latest = (Array(text), track)
    return track
  }
}
