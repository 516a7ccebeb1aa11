import Behaviour
import Geography
import Testing

@Suite("Lists of ports")
struct PortListTests {
  private func read(_ text: String) throws(BehaviourError) -> [Port] {
    try PortList.read(bytes: Array(text.utf8), path: "ports.csv").ports
  }

  @Test("anchorages are read by their columns' names")
  func anchorages() throws {
    let ports = try read(
      """
      s2id,latitude,longitude,label,sublabel,iso3
      356ec741,34.839059469352883,128.42069569869318,TONGYEONG,,KOR
      140edc01,24.42956151,24.42956151,"TAICHUNG, CITY",,""

      356f2af7,-35.5,-180,NANPO-RI,,xyz\r\n
      """)
    #expect(
      ports == [
        Port(
          name: "TONGYEONG", countryCode: "KR",
          place: Coordinate(latitude: 34.839059469352883, longitude: 128.42069569869318)),
        Port(name: "TAICHUNG, CITY", countryCode: "", place: Coordinate(latitude: 24.42956151, longitude: 24.42956151)),
        Port(name: "NANPO-RI", countryCode: "XYZ", place: Coordinate(latitude: -35.5, longitude: -180)),
      ])
  }

  @Test("name and country may be missing, and semicolons stand for commas")
  func short() throws {
    let ports = try read("\u{FEFF}LON;Lat\n12.5;55.7")
    #expect(ports == [Port(name: "", countryCode: "", place: Coordinate(latitude: 55.7, longitude: 12.5))])
    #expect(try read("name,country,lat,lon\nOslo,NO,59.9,10.7").map(\.countryCode) == ["NO"])
  }

  @Test("rows that are no ports are left out, counted, and the first of them named")
  func note() throws {
    let list = try PortList.read(bytes: Array("lat,lon\n1,2\n91,2\n3,4\n5,east\n".utf8), path: "ports.csv")
    #expect(list.ports.count == 2)
    #expect(list.note?.hasPrefix("ports.csv: 2 of 4 rows are no ports and are left out; the first is line 3: ") == true)
  }

  @Test(
    "a list that is none says where and why",
    arguments: [
      ("lat,lon\n91,2\n", "ports.csv:2: the latitude \"91\" is no number of degrees, -90 to 90; "),
      ("lat,lon\n\n1,east\n", "ports.csv:3: the longitude \"east\" is no number of degrees, -180 to 180; "),
      ("lat,lon\n1\n", "ports.csv:2: the longitude \"\" is no number of degrees, -180 to 180; "),
      ("lat,lon\nnan,1\n", "ports.csv:2: the latitude \"nan\" is no number of degrees, -90 to 90; "),
      ("name,lon\n1,2\n", "ports.csv:1: the header has no columns latitude and longitude; "),
      ("lat,lon\n", "ports.csv: the list holds no ports; "), ("", "ports.csv: the list holds no ports; "),
    ])
  func faults(text: String, sentence: String) {
    let error = #expect(throws: BehaviourError.self) { try read(text) }
    #expect(error?.description.hasPrefix(sentence) == true, "\(error?.description ?? "")")
  }
}
