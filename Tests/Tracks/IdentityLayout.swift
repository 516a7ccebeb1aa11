import Testing

/// A table of one row that says all there is to say of a vessel, as one of its makers writes it.
struct IdentityLayout: Sendable, CustomTestStringConvertible {
  let name: String
  var hasSize = true
  var draught: Double? = 11.5
  let text: String

  var testDescription: String { name }

  static let all = [
    IdentityLayout(
      name: "MarineCadastre to 2024",
      text: """
        MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading,VesselName,IMO,CallSign,VesselType,Status,Length,Width,Draft,Cargo
        219000001,2021-03-04T05:06:07,50.5,-1.25,7.5,181,181,EVER WAY,IMO9074729,ABCD1,70,0,200,32.5,11.5,70
        """),
    IdentityLayout(
      name: "MarineCadastre from 2025",
      text: """
        mmsi,base_date_time,longitude,latitude,sog,cog,heading,vessel_name,imo,call_sign,vessel_type,status,length,width,\
        draft,cargo,transceiver
        219000001,2021-03-04 05:06:07,-1.25,50.5,7.5,181,181,EVER WAY,IMO9074729,ABCD1,70,0,200,32.5,11.5,70,A
        """),
    IdentityLayout(
      name: "Danish Maritime Authority",
      text: """
        # Timestamp,Type of mobile,MMSI,Latitude,Longitude,Navigational status,ROT,SOG,COG,Heading,IMO,Callsign,Name,\
        Ship type,Cargo type,Width,Length,Type of position fixing device,Draught,Destination,ETA
        04/03/2021 05:06:07,Class A,219000001,50.5,-1.25,Moored,0,7.5,181,181,9074729,ABCD1,EVER WAY,Cargo,,32.5,200,GPS,\
        11.5,X,
        """),
    IdentityLayout(
      name: "AISHub", hasSize: false,
      text: """
        MMSI,TSTAMP,LATITUDE,LONGITUDE,COG,SOG,HEADING,ROT,NAVSTAT,IMO,NAME,CALLSIGN,TYPE,A,B,C,D,DRAUGHT,DEST,ETA
        219000001,2021-03-04 05:06:07 GMT,50.5,-1.25,181,7.5,181,0,0,9074729,EVER WAY,ABCD1,70,1,2,3,4,11.5,X,
        """),
    IdentityLayout(
      name: "MarineTraffic",
      text: """
        MMSI,IMO,SHIPNAME,CALLSIGN,SHIPTYPE,LENGTH,WIDTH,DRAUGHT,LAT,LON,SPEED,COURSE,TIMESTAMP
        219000001,9074729,EVER WAY,ABCD1,70,200,32.5,11.5,50.5,-1.25,7.5,181,2021-03-04T05:06:07
        """),
    IdentityLayout(
      name: "Spire",
      text: """
        vessel_mmsi;vessel_name;vessel_imo;vessel_call_sign;vessel_ship_type;vessel_dimensions_length;\
        vessel_dimensions_width;position_latitude;position_longitude;position_timestamp;voyage_draught
        219000001;EVER WAY;9074729;ABCD1;General Cargo;200;32,5;50.5;-1.25;2021-03-04T05:06:07Z;11,5
        """),
    IdentityLayout(
      name: "satellite recording", draught: nil,
      text: """
        ssvid,timestamp,lon,lat,speed,course,heading,status,type,receiver_type,shipname,shiptype,imo,callsign,destination,\
        length,width
        219000001,2021-03-04T05:06:07Z,-1.25,50.5,7.5,181,,,AIS.5,,EVER WAY,70,9074729,ABCD1,X,200,32.5
        """),
  ]
}
