import Testing
import Tracks

@Suite("Layouts") struct LayoutTests {
  /// One position, 2021-03-04 05:06:07 UTC at 50.5 N 1.25 W, as each layout writes it.
  static let tables: [(name: String, format: String, text: String)] = [
    (
      "MarineCadastre to 2024", "marinecadastre",
      """
      MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading,VesselName,IMO,CallSign,VesselType,Status,Length,Width,Draft,Cargo,TranscieverClass
      219000001,2021-03-04T05:06:07,50.50000,-1.25000,7.5,181.5,511,RAY "CHIEF" TONEY,IMO9466350,,,0,,,,,A
      """
    ),
    (
      "MarineCadastre without its last columns", "marinecadastre",
      """
      MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading,VesselName,IMO,CallSign,VesselType,Status,Length,Width,Draft,Cargo
      219000001,2021-03-04T05:06:07,50.50000,-1.25000,7.5,181.5
      """
    ),
    (
      "MarineCadastre from 2025", "marinecadastre-2025",
      """
      mmsi,base_date_time,longitude,latitude,sog,cog,heading,vessel_name,imo,call_sign
      219000001,2021-03-04 05:06:07,-1.25000,50.50000,7.5,181.5,511,"A, B",,
      """
    ),
    (
      "Danish", "dma",
      """
      # Timestamp,Type of mobile,MMSI,Latitude,Longitude,Navigational status,ROT,SOG,COG,Heading,IMO,Callsign,Name
      04/03/2021 05:06:07,Class A,219000001,50.500000,-1.250000,Under way using engine,0.0,7.5,181.5,180,Unknown,Unknown,
      """
    ),
    (
      "Solent", "csv",
      """
      Time,MMSI,Latitude_degrees,Longitude_degrees,COG_degrees,SOG_knots
      2021-03-04 05:06:07.000,219000001,50.5000000000000,-1.25,181.5,7.5
      """
    ),
    (
      "Spire", "csv",
      """
      vessel_mmsi;vessel_imo;position_latitude;position_longitude;position_speed;position_course;position_timestamp
      219000001;9466350;50,5;-1,25;7,5;181,5;2021-03-04T05:06:07+00:00
      """
    ),
    (
      "exactEarth", "csv",
      """
      MMSI,Message_ID,Time,Millisecond,SOG,Accuracy,Longitude,Latitude,COG
      219000001,1,20210304_050607,0,7.5,1,-1.25,50.5,181.5
      """
    ),
    (
      "VesselFinder", "csv",
      """
      MMSI,TIMESTAMP,LATITUDE,LONGITUDE,COURSE,SPEED,HEADING,NAVSTAT,IMO,NAME
      219000001,2021-03-04 05:06:07 UTC,50.5,-1.25,181.5,7.5,180,0,9466350,"RAY"
      """
    ),
    (
      "AISHub", "csv",
      """
      MMSI,TSTAMP,LONGITUDE,LATITUDE,COG,SOG,HEADING,NAVSTAT,IMO,NAME
      219000001,2021-03-04 05:06:07 GMT,-1.25,50.5,181.5,7.5,180,0,9466350,RAY
      """
    ),
    ("Global Fishing Watch", "csv", "ssvid,timestamp,lon,lat\n219000001,2021-03-04 05:06:07 UTC,-1.25,50.5"),
    ("Day and time of day", "csv", "MMSI,Date,Time,Lat,Lon\n219000001,2021-03-04,05:06:07,50.5,-1.25"),
    ("Time of day without colons", "csv", "lat,lon,time_utc,date,mmsi\n50.5,-1.25,050607,20210304,219000001"),
    (
      "A day beside an instant", "csv",
      "mmsi,timestamp,date,lat,lon\n219000001,2021-03-04 05:06:07,2021-03-05,50.5,-1.25"
    ),
    (
      "A day as spreadsheets write it", "csv",
      "mmsi,date,time,lat,lon\n219000001,2021-03-04 00:00:00,5:06:07 AM,50.5,-1.25"
    ),
    (
      "Numbers as numpy writes them", "csv",
      "mmsi,t,lat,lon\n2.190000010000000000e+08,1.614834367000000000e+09,5.050000000000000000e+01,-1.25e+00"
    ),
    ("UNIX seconds", "csv", "mmsi,t,lon,lat\n219000001,1614834367,-1.25,50.5"),
  ]

  @Test("each layout gives the same position", arguments: tables.indices, ["\n", "\r\n"])
  func known(index: Int, lineEnd: String) throws {
    let table = LayoutTests.tables[index]
    let text = table.text.split(separator: "\n").joined(separator: lineEnd)
    for text in [text, "\u{FEFF}" + text, text + lineEnd] {
      let reading = try Reading(text)
      let fix = try #require(reading.fixes[219_000_001]?.first, "\(table.name)")
      #expect(reading.ledger.read == 1 && reading.formats == [table.format], "\(table.name)")
      #expect(fix.milliseconds == 1_614_834_367_000, "\(table.name)")
      #expect(fix.latitudeE7 == 505_000_000 && fix.longitudeE7 == -12_500_000, "\(table.name)")
      if table.text.contains("181") {
        #expect(fix.speedInKnots == 7.5 && fix.courseInDegrees == 181.5, "\(table.name)")
      } else {
        #expect(fix.speedInKnots == nil && fix.courseInDegrees == nil, "\(table.name)")
      }
    }
  }

  @Test("Danish base stations and aids to navigation are no vessels")
  func danish() throws {
    let types = ["Class A", "Class B", "Unknown", "", "Base Station", "AtoN", "SAR Airborne"]
    let rows = types.enumerated().map { "01/02/2021 00:00:0\($0),\($1),219000001,55.1,12.2,,,," }
    let reading = try Reading(
      (["# Timestamp,Type of mobile,MMSI,Latitude,Longitude,Navigational status,ROT,SOG,COG"] + rows)
        .joined(separator: "\n"))
    #expect(reading.ledger.accepted == 4 && reading.ledger.rejected(.notAVessel) == 3)
  }

  @Test("columns are found by mapped name, by number, and without a header")
  func mapped() throws {
    let expected = try Reading("mmsi,time,lat,lon\n219000001,2021-03-04T05:06:07,50.5,-1.25").fixes
    var byName = ReadOptions()
    byName.map = [.mmsi: "who", .time: "WHEN", .latitude: "north south", .longitude: "x"]
    #expect(
      try Reading("x,who,when,North_South\n-1.25,219000001,2021-03-04T05:06:07,50.5", byName).fixes == expected)
    var byNumber = ReadOptions()
    byNumber.map = [.mmsi: "2", .time: "3", .latitude: "4", .longitude: "1"]
    #expect(try Reading("a,b,c,d\n-1.25,219000001,2021-03-04T05:06:07,50.5", byNumber).fixes == expected)
    let headerless = try Reading("-1.25,219000001,2021-03-04T05:06:07,50.5\nx,y,z,w", byNumber)
    #expect(headerless.fixes == expected && headerless.ledger.read == 2)
    #expect(headerless.rejected.map(\.line) == [2])
  }

  @Test("what cannot be read is refused in a sentence that says what to do")
  func refusals() throws {
    let unknown = try #require(sentence("who,when,x,y\n1,2,3,4"))
    for words in ["mmsi, time, lat, lon", "--map mmsi=COLUMN,time=COLUMN", "who, when, x, y"] {
      #expect(unknown.contains(words), "\(unknown)")
    }
    let half = try #require(sentence("mmsi,time,x,lon\n1,2,3,4"))
    #expect(half.contains("no column for lat;") && half.contains("--map lat=COLUMN;"), "\(half)")
    #expect(try #require(sentence("")).contains("is empty"))
    #expect(try #require(sentence("mmsi,time,lat,lon\n")).contains("has no rows"))
    #expect(try #require(sentence("mmsi,time,lat,lon")).contains("has no rows"))
    var wrongMap = ReadOptions()
    wrongMap.map = [.latitude: "nowhere"]
    #expect(try #require(sentence("mmsi,time,lat,lon\n", wrongMap)).contains("no column 'nowhere'"))
    wrongMap.map = [.latitude: "5"]
    #expect(try #require(sentence("mmsi,time,lat,lon\n", wrongMap)).contains("no column '5'"))
    for start: [UInt8] in [[0xFF, 0xFE], [0xFE, 0xFF]] {
      let failure = #expect(throws: TracksError.self) {
        _ = try Reading(sources: [.memory(name: "wide.csv", bytes: start + Array("m\0m\0\n\0".utf8))])
      }
      #expect(failure?.description.contains("UTF-16") == true)
    }
    let rubbish = (0..<4_000).map { UInt8(truncatingIfNeeded: $0 &* 97 &+ $0 >> 5) }
    #expect(throws: TracksError.self) { _ = try Reading(sources: [.memory(name: "r", bytes: rubbish)]) }
    let endless = [UInt8](repeating: 0x61, count: 5_000_000)
    #expect(throws: TracksError.self) { _ = try Reading(sources: [.memory(name: "e", bytes: endless)]) }
  }

  @Test("a date whose order nobody knows is not guessed at")
  func slashes() throws {
    let text = "mmsi,time,lat,lon\n219000001,03/04/2021 00:00:00,50.5,-1.25"
    #expect(try #require(sentence(text)).contains("--time-format"))
    var options = ReadOptions()
    options.timeFormat = .dayFirst
    #expect(try Reading(text, options).all.first?.milliseconds == 1_617_408_000_000)
    options.timeFormat = .monthFirst
    #expect(try Reading(text, options).all.first?.milliseconds == 1_614_816_000_000)
  }
}
