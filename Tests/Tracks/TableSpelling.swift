/// Layouts of tables to spell rows for.
enum TableSpelling: String, CaseIterable {
  case marineCadastre, danish, semicolons, tabs, days, clocksFirst

  var header: String {
    switch self {
    case .marineCadastre: "MMSI,BaseDateTime,LAT,LON,SOG,COG,VesselName"
    case .danish: "# Timestamp,Type of mobile,MMSI,Latitude,Longitude,Navigational status,ROT,SOG,COG"
    case .semicolons: "vessel_mmsi;vessel_name;position_latitude;position_longitude;position_timestamp"
    case .days: "mmsi,date,time,lat,lon"
    case .clocksFirst: "Time,Latitude,Longitude,MMSI,Date"
    case .tabs: "timestamp\tssvid\tlon\tlat\tcourse\tspeed"
    }
  }

  func row(_ spelling: inout RowSpelling) -> String {
    let comma = self == .semicolons || self == .tabs
    let (mmsi, time) = (spelling.mmsi(), spelling.time(dayFirst: self == .danish))
    let latitude = spelling.degrees(limit: 90, comma: comma)
    let longitude = spelling.degrees(limit: 180, comma: comma)
    let (speed, course) = (spelling.tenths(limit: 30), spelling.tenths(limit: 360))
    switch self {
    case .marineCadastre:
      return spelling.ended([mmsi, time, latitude, longitude, speed, course, spelling.name()], delimiter: ",")
    case .danish:
      let fields = [
        time, spelling.mobileType(), mmsi, latitude, longitude, spelling.name(), "", speed, course,
      ]
      return spelling.ended(fields, delimiter: ",")
    case .semicolons:
      return spelling.ended([mmsi, spelling.name(), latitude, longitude, time], delimiter: ";")
    case .days:
      let (day, clock) = spelling.parted(time)
      return spelling.ended([mmsi, day, clock, latitude, longitude], delimiter: ",")
    case .clocksFirst:
      let (day, clock) = spelling.parted(time)
      return spelling.ended([clock, latitude, longitude, mmsi, day], delimiter: ",")
    case .tabs:
      return spelling.ended([time, mmsi, longitude, latitude, course, speed], delimiter: "\t")
    }
  }
}
