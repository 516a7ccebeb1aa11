/// Small sound files that are text.
enum SeedTexts {
  /// Tables with columns as real publishers name them.
  static let tables: [String] = [
    """
    MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading,VesselName,IMO,CallSign,VesselType,Status,Length,Width,Draft,Cargo
    338148873,2022-01-03T00:00:00,33.60716,-117.91483,0.0,280.0,511,CAZADOR,,,37,,14,,,
    367379190,2022-01-03T00:01:00,30.3706,-88.56408,4.2,336.2,511,"EAGLE, ""E"" F",IMO8207721,WTD4583,31,0,28,11,3.3,52
    367379190,2022-01-03T00:02:00,30.3716,-88.56508,4.2,336.2,511,EAGLE,IMO8207721,WTD4583,31,0,28,11,3.3,52

    """,
    """
    # Timestamp,Type of mobile,MMSI,Latitude,Longitude,Navigational status,ROT,SOG,COG,Heading,IMO,Name,Ship type
    26/04/2026 00:00:00,Class A,211429600,54.693287,8.575183,Under way,0.0,0.0,,62,Unknown,A,Undefined
    26/04/2026 00:01:00,Base Station,265522730,55.993205,12.744410,Unknown,,0.0,308.3,,Unknown,,
    26/04/2026 00:02:00,Class A,211429600,91,181,Under way,0.0,0.0,,62,Unknown,A,Undefined

    """,
    """
    ssvid;timestamp;lon;lat;speed;course\r
    263576000;1444876795;97,16;-23,26;2,3;267\r
    263576000;1444876796000;-180;90;102,3;360\r
    263576000;20151015_024008;97.2;-23.3;;\r

    """,
    "mmsi\ttime\tlat\tlon\n219000001\t2021-01-01T00:00:00+02:00\t1e0\t-2.5E-1\n219000001\t2021-01-01 00:00\t1\t2",
  ]

  /// Logs of sentences with tag blocks, in several parts and with receivers' sentences between.
  static let logs: [String] = [
    """
    \\s:rORBCOMM000,q:u,c:1609459200*5E\\!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4A
    !AIVDM,1,1,,A,4025;PAuho;N>0NJbfMRhNA00D3l,0*66
    !AIVDM,2,1,1,A,55?MbV02;H;s<HtKR20EHE:0@T4@Dn2222222216L961O5Gf0NSQEp6ClRp8,0*1C
    !AIVDM,2,2,1,A,88888888880,2*25
    $GPZDA,000100.00,01,01,2021,00,00*60
    !AIVDM,1,1,,B,B6CdCm0t3`tba35f@V9faHi7kP06,0*58,1609459260

    """,
    """
    # a log
    \\g:1-2-73874,n:157036,s:r003669945,c:1241544035000*4A\\!AIVDM,2,1,4,B,53@oGJ400000hK7K;F0,0*00
    \\g:2-2-73874,n:157037*15\\!AIVDM,2,2,4,B,1CQ1A83PCAH0,0*60
    1609459200 !BSVDM,1,1,,B,H42O55i18tMET00000000000000,2*6D
    !AIVDO,1,1,,A,KC5E2b@U19PFdLbMuc5=ROv62<7m,0*16
    [2021-01-01 00:00:00] !AIVDM,1,1,,A,I000Ev@00000000000000000000,0*00

    """,
  ]

  /// GeoJSON, moving features and objects with positions.
  static let records: [String] = [
    #"""
    {"type":"FeatureCollection","name":"x","features":[
    {"type":"Feature","id":1,"geometry":{"type":"Point","coordinates":[12.5,55.1]},"properties":{"mmsi":219000001,"t":1609459200,"name":"\u00c6\ud83d\ude80"}},
    {"type":"Feature","geometry":{"type":"LineString","coordinates":[[1,2],[1.01,2.01]]},"properties":{"mmsi":"219000002","coordTimes":["2021-01-01T00:00:00Z","2021-01-01T00:10:00Z"]}},
    {"type":"Feature","properties":{"mmsi":219000003},"temporalGeometry":{"type":"MovingPoint","datetimes":["2021-01-01T00:00:00Z",1609459260000],"coordinates":[[1,2],[1.1,2.1]]}},
    {"type":"Feature","geometry":null,"properties":null}]}
    """#,
    #"""
    {"mmsi":219000001,"time":"2021-01-01T00:00:00Z","lat":-1.5e1,"lon":2,"sog":102.3,"ok":true}
    {"vessel":{"ssvid":"219000002"},"position":{"lat":1,"lon":2},"epoch":1609459200000,"skip":[[1],{"x":"\\"}]}
    """#,
    #"[{"ERROR":false},[{"MMSI":219000001,"TIME":"2021-01-01 00:00:00 GMT","LATITUDE":1,"LONGITUDE":2},{"MMSI":2}]]"#,
  ]

  /// GPX tracks and waypoints.
  static let trails: [String] = [
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- a --><gpx version="1.1"><wpt lat="1" lon="2"><time>2021-01-01T00:00:00Z</time></wpt>
    <trk><name>A &amp; 219000001</name><extensions><m:mmsi xmlns:m="u">219000002</m:mmsi></extensions>
    <trkseg><trkpt lat="1.5" lon="2"><time>2021-01-01T00:00:00Z</time><speed>1</speed></trkpt><trkpt lon="3" lat="4"/>
    </trkseg><trkseg><trkpt lat="1.6" lon="2"><name><![CDATA[x]]></name><time>2021-01-01T01:00:00+01:00</time>
    <extensions><sog>7</sog><course>90</course></extensions></trkpt></trkseg></trk></gpx>
    """,
    "<g:gpx xmlns:g='x'><g:rte><g:rtept lat='1' lon='2'><g:time>1609459200</g:time></g:rtept></g:rte></g:gpx>",
    "<!DOCTYPE gpx [<!ENTITY a \"b\">]><gpx><trk><name>&a;</name></trk></gpx>",
  ]

  /// Events as the program and others write them.
  static let events: [String] = [
    """
    {"type":"FeatureCollection","features":[
    {"type":"Feature","id":"e1","geometry":{"type":"Point","coordinates":[124.5,31.25]},"properties":{"type":"encounter",
    "start":"2018-09-14T09:40:00Z","end":"2018-09-14T15:10:00Z","duration_h":5.5,"vessels":[
    {"mmsi":"412345678","name":"FIRST, SHIP","imo":null},{"mmsi":273123456,"name":"SECOND"}]}},
    {"type":"Feature","geometry":{"type":"LineString","coordinates":[[179.5,10],[-179.5,11]]},"properties":{"type":"gap",
    "id":"g1","start":"2018-09-14","end":"2018-09-15","vessels":[{"mmsi":412345678}]}},
    {"type":"Feature","geometry":{"type":"MultiPoint","coordinates":[[179,10],[-179,12]]},"properties":{"type":
    "dark_rendezvous","id":"d1","start":1536918000,"end":1536921600.5}},
    {"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[10,50],[12,50],[12,52],[10,52],[10,50]]]},
    "properties":{"count":12,"hours":40.5,"first":"2018-01-01","last":"2018-02-01","vessels":7,"radius_km":3}}]}
    """,
    "event_id,event_type,start,end,lat,lon,vessel1_mmsi,vessel1_name,vessel2_mmsi,duration_h\n"
      + "a,encounter,2018-09-14T09:40:00Z,2018-09-14T15:10:00Z,31.25,124.5,412345678,\"A, B\",273123456,5.5\n",
    #"{"entries":[{"id":"x","type":"loitering","start":"2018-09-14T00:00:00Z","end":"2018-09-14T04:00:00Z","#
      + #""position":{"lat":1,"lon":2},"vessel":{"ssvid":"412345678","name":null}}]}"#,
  ]

  /// Lists of vessels.
  static let watchlists: [String] = [
    "mmsi,imo,name,note\n219000001,9074729,FIRST,\"said, \"\"twice\"\"\"\n,IMO 9466350,SECOND,\n273000001.0,,,x\n"
  ]

  /// Lists of ports.
  static let ports: [String] = [
    "name;latitude;longitude;iso3\nCopenhagen;55,7;12,6;DNK\n\"A \"\"B\"\"\";-90;180;\n",
    "lat,lon,label\n1,2,A\n91,2,B\n",
  ]

  /// Styles.
  static let styles: [String] = [
    ##"""
    {"page":"#0A111C","coast":{"color":"#3B4B63","width":1},"border":{"color":"#2B384B","width":1,"dashes":[4,3]},
    "graticule":"#FFFFFF 1%","letter_layers":1,"halo":"#0D1522 80%",
    "labels":{"sea":{"color":"#5F7FA6","halo":"#0D1522 80%","halo_width":2,"face":"italic","tracking":0.16}}}
    """##
  ]

  /// Scales.
  static let scales: [String] = [
    #"{"wakeprint_scale":1,"measure":"hours","unit":"vessel-hours per km2","scaling":"eq","minimum":0.5,"maximum":8,"#
      + #""knots":[[0.5,0],[2,0.5],[8,1]]}"#,
    #"{"wakeprint_frames":1,"scale":{"wakeprint_scale":1,"measure":"positions","scaling":"log","minimum":1,"#
      + #""maximum":100,"knots":[]}}"#,
  ]
}
