extension Region {
  /// Oceans, seas, gulfs, straits, canals and anchorages: name; west south east north; aliases.
  ///
  /// Boxes of our own, in degrees, shores included: drawn from general knowledge round the limits of IHO
  /// publication S-23 (1953) and Natural Earth's coast. They are frames for pictures, not legal limits, and a name
  /// takes no side in a dispute.
  static let seasTable = """
    Arctic Ocean; -180 66 180 85; Arctic
    North Atlantic Ocean; -82 0 10 68; North Atlantic
    South Atlantic Ocean; -70 -60 20 0; South Atlantic
    Atlantic Ocean; -82 -60 20 68; Atlantic
    North Pacific Ocean; 115 0 -77 66; North Pacific
    South Pacific Ocean; 140 -60 -68 0; South Pacific
    Pacific Ocean; 115 -60 -68 66; Pacific
    Indian Ocean; 20 -60 120 31
    Southern Ocean; -180 -78 180 -60; Antarctic Ocean
    Yellow Sea; 118.5 31.5 127.2 41; Huang Hai; Hwanghae; West Sea
    Bohai Sea; 117.3 36.9 122.4 41.1; Bohai; Bohai Gulf; Bo Hai
    Liaodong Bay; 119.2 38.9 122.4 41.1; Liaodong Gulf
    Laizhou Bay; 118.7 36.9 120.9 38.2
    Bohai Strait; 120.3 37.6 121.5 39
    Korea Bay; 121 37.8 126 40.4; West Korea Bay; Seohan Bay
    Gyeonggi Bay; 124.5 36.8 127 38.2; Gyeonggi Gulf; Kyonggi Bay; Incheon Approaches
    East China Sea; 117.5 23 131.5 33.5; Dong Hai
    Yangtze Estuary; 120.8 30.3 123.5 32.2; Yangtze River Delta; Changjiang Estuary; Shanghai Approaches
    Hangzhou Bay; 120.4 29.6 122.9 31.1
    Zhoushan Archipelago; 121.4 29.4 123.4 31.2; Zhoushan; Chusan
    Korea Strait; 127 32.8 131.5 36.2; Tsushima Korea Strait
    Tsushima Strait; 128.5 33.2 131 35; Eastern Channel
    Jeju Strait; 125.5 33 127.7 34.7; Cheju Strait
    Korean Peninsula; 123.8 32.9 131.2 43.2; Korea
    Sea of Japan; 127 33.5 142.5 52; East Sea; Sea of Japan East Sea
    East Korea Bay; 127 38.4 130.5 41.2; Tongjoson Bay; Donghan Bay
    Peter the Great Gulf; 130.3 42 133.4 43.5; Peter the Great Bay; Vladivostok Approaches
    Tsugaru Strait; 139.6 40.8 141.6 42.3
    La Perouse Strait; 140.8 45.1 143.6 46.8; Soya Strait
    Strait of Tartary; 138.5 46 143 54; Tatar Strait; Tartary Strait; Gulf of Tartary
    Sea of Okhotsk; 135 43.5 165 62.5
    Kuril Islands; 145 43 157 51.2; Kurils; Kurile Islands
    Seto Inland Sea; 130.8 32.8 135.6 34.9; Inland Sea; Seto
    Tokyo Bay; 139.4 34.8 140.2 35.8; Uraga Channel
    Ise Bay; 136.4 34.2 137.4 35.2
    Osaka Bay; 134.7 34.1 135.6 34.8; Kii Channel Approaches
    Bungo Channel; 131.6 32.4 132.8 33.6
    Ryukyu Islands; 122.5 23.8 131.5 31; Nansei Islands; Okinawa
    Senkaku Islands; 122.8 25.2 125 26.2; Diaoyu Islands
    Taiwan Strait; 116.8 21.8 121.8 26.6; Formosa Strait
    Luzon Strait; 119.5 18.2 122.6 22.6
    Bashi Channel; 119.8 20.8 122.4 22.3
    Philippine Sea; 120 0 148 35.5
    South China Sea; 99 -3.5 122.5 24; Nan Hai; East Vietnam Sea; West Philippine Sea
    Pearl River Estuary; 113.1 21.6 114.7 23; Pearl River Delta; Hong Kong Approaches
    Paracel Islands; 110.8 15.4 113.2 17.3; Xisha Islands; Hoang Sa
    Spratly Islands; 111 7 118 12.3; Nansha Islands; Truong Sa
    Scarborough Shoal; 117 14.6 118.6 15.8; Scarborough Reef; Huangyan Island
    Hainan Strait; 109.4 19.8 111 20.5; Qiongzhou Strait
    Gulf of Tonkin; 105.3 17 110.3 22; Beibu Gulf; Bac Bo Gulf; Tonkin
    Gulf of Thailand; 98.9 6 105.3 13.8; Gulf of Siam
    Strait of Malacca; 94.8 1 104.2 6.8; Malacca Strait; Malacca
    Singapore Strait; 103.3 0.9 104.7 1.6; Singapore Approaches
    Eastern Outer Port Limits; 104.1 1 105.2 2; EOPL; East Johor Anchorage
    Natuna Sea; 104 -1 110 5
    Java Sea; 105 -8 119 -1.5
    Sunda Strait; 104.2 -7.2 106.5 -5.2
    Karimata Strait; 106.8 -4 110.6 -0.5; Gaspar Strait
    Lombok Strait; 115.2 -9.2 116.4 -8
    Makassar Strait; 115.5 -5 120.4 2
    Bali Sea; 114.3 -9 117.3 -6.8
    Flores Sea; 116.8 -9 123.2 -5
    Celebes Sea; 117.5 0.5 126 7.8; Sulawesi Sea
    Sulu Sea; 116.8 4.8 123.7 12.5
    Molucca Sea; 123.2 -3 128.3 4.6; Maluku Sea
    Halmahera Sea; 127.5 -1.8 131.3 1
    Ceram Sea; 125 -4 134 -1.5; Seram Sea
    Banda Sea; 122.5 -9 133.5 -2.8
    Savu Sea; 118.8 -11 125.2 -8; Sawu Sea
    Timor Sea; 121.5 -15.2 133 -8
    Arafura Sea; 129.8 -13 143 -2.8
    Gulf of Carpentaria; 135 -18 142.4 -10.3
    Torres Strait; 141 -11.4 144 -8.9
    Bohol Sea; 122.8 7.8 126 10.5; Mindanao Sea
    Visayan Sea; 122.6 10.8 124.3 12.3
    San Bernardino Strait; 123.7 12 125 13
    Surigao Strait; 124.8 9.4 126 10.9
    Balabac Strait; 116.4 6.8 118 8.4
    Mindoro Strait; 119.5 11.6 121.7 13.4
    Persian Gulf; 47.5 23.5 57.3 30.8; Arabian Gulf; The Gulf
    Strait of Hormuz; 54.9 25.2 57.6 27.4; Hormuz
    Gulf of Oman; 56 22 62 27.3; Sea of Oman
    Fujairah Anchorage; 56.2 24.8 57.3 25.8; Fujairah; Khor Fakkan
    Shatt al Arab; 47.6 29.4 49.4 31; Khor Abdullah; Basra Approaches
    Gulf of Bahrain; 49.8 24.5 51.8 26.9; Gulf of Salwa
    Arabian Sea; 50.5 0 77.5 26
    Gulf of Aden; 42.8 10.2 51.8 15.5
    Bab el Mandeb; 42.3 11.8 44.3 13.8; Bab al Mandab; Strait of Bab el Mandeb; Gate of Tears; Mandeb Strait
    Red Sea; 32 12.3 44 30.2
    Gulf of Suez; 32.1 27.2 34.4 30.2
    Suez Canal; 32 29.7 32.9 31.6
    Gulf of Aqaba; 34.2 27.6 35.3 29.7; Gulf of Eilat
    Strait of Tiran; 34.2 27.7 34.9 28.3
    Socotra Passage; 50.5 10.8 55 13.5; Socotra; Guardafui Channel
    Gulf of Kutch; 68.5 22 70.8 23.3; Gulf of Kachchh
    Gulf of Khambhat; 71.5 20.5 73.2 22.5; Gulf of Cambay
    Laccadive Sea; 71 -1 80 15; Lakshadweep Sea
    Gulf of Mannar; 77.8 7.5 80.2 9.5
    Palk Strait; 78.8 8.9 80.6 10.5; Palk Bay
    Bay of Bengal; 79.5 5 95.5 23
    Andaman Sea; 91.8 5 99 17.8; Burma Sea
    Gulf of Martaban; 95 14.8 98.2 17.8
    Ten Degree Channel; 91.8 9 93.8 10.8
    Maldives Passage; 72 -1.2 74.4 7.5; Eight Degree Channel
    Mozambique Channel; 32.3 -26.9 49.5 -10.3
    Somali Basin; 40.8 -4 56 13; Somali Coast; Horn of Africa
    Cape of Good Hope; 15 -37 22 -32.5; The Cape; Cape Agulhas
    Mediterranean Sea; -6.2 30 36.6 46; Mediterranean; Med
    Western Mediterranean; -6.2 35 16.2 44.6; West Mediterranean
    Eastern Mediterranean; 15 30.5 36.6 41.2; East Mediterranean
    Strait of Gibraltar; -6.4 35.5 -4.9 36.5; Gibraltar Strait
    Ceuta Anchorage; -5.5 35.7 -4.9 36.1; Ceuta
    Alboran Sea; -5.7 34.9 -1.5 37.1
    Balearic Sea; -0.7 37.9 5 42.4; Iberian Sea
    Gulf of Valencia; -0.5 38.5 1.6 40.5
    Gulf of Lion; 2.8 41.8 6.4 43.8; Gulf of Lions; Golfe du Lion
    Ligurian Sea; 7 42.4 10.8 44.6
    Gulf of Genoa; 7.9 43.4 10 44.6
    Tyrrhenian Sea; 8.9 37.3 16.4 43.2
    Strait of Bonifacio; 8.6 41 9.9 41.6
    Strait of Messina; 15.3 37.8 15.9 38.5
    Strait of Sicily; 10 35 15.4 38.4; Sicily Strait; Sicilian Channel; Strait of Tunis
    Malta Approaches; 13.5 35 15.8 36.6; Hurd Bank; Malta Channel
    Gulf of Tunis; 10 36.5 11.3 37.4
    Gulf of Gabes; 9.9 33.1 11.6 35.1; Gulf of Gabis
    Gulf of Sidra; 15 30 20.6 33; Gulf of Sirte; Gulf of Sirt
    Ionian Sea; 15 35.8 23.2 40.6
    Gulf of Taranto; 16.4 38.9 18.6 40.7
    Strait of Otranto; 18 39.5 20 41
    Adriatic Sea; 12 39.6 20.2 46; Adriatic
    Gulf of Venice; 12.1 44.4 14.1 46
    Gulf of Trieste; 13 45.3 13.9 45.9
    Gulf of Corinth; 21.5 37.8 23.3 38.6
    Laconian Gulf; 22.3 36 23.3 36.95; Lakonikos Gulf; Gulf of Laconia; Lakonikos Kolpos
    Kythira Strait; 22.3 35.4 23.8 36.7; Elafonisos Channel; Antikythera Strait
    Saronic Gulf; 22.9 37.2 24.1 38.1; Piraeus Approaches; Aegina Gulf
    Aegean Sea; 22.5 34.8 28.5 41.2; Aegean
    Thermaic Gulf; 22.4 39.6 23.8 40.8; Gulf of Thessaloniki; Gulf of Salonika
    Sea of Crete; 23 35 27 37; Cretan Sea
    Kafireas Strait; 24 37.6 25 38.3; Cavo Doro
    Levantine Sea; 26 30.8 36.4 37.1; Levantine Basin; Levant Sea; Levant
    Cyprus Approaches; 31.7 34 35 36.2
    Gulf of Antalya; 30.2 36 32.8 37.1
    Gulf of Iskenderun; 35.2 36 36.4 37.1; Gulf of Alexandretta
    Nile Delta; 29.3 30.8 33 32.5; Port Said Approaches
    Dardanelles; 25.9 39.8 27.1 40.7; Canakkale Strait; Strait of Canakkale; Hellespont
    Sea of Marmara; 26.5 40.1 30.1 41.3; Marmara Sea; Marmara
    Bosporus; 28.7 40.85 29.4 41.4; Bosphorus; Istanbul Strait; Strait of Istanbul
    Black Sea; 27 40.7 42.2 47.4
    Sea of Azov; 34.5 45 39.5 47.5; Azov Sea; Azov
    Kerch Strait; 35.9 44.7 37.3 45.7; Strait of Kerch; Kerch
    Crimea; 32.2 44.2 36.9 46.4; Crimean Peninsula
    Odesa Bay; 29.8 45.6 32.7 47; Gulf of Odesa; Odessa; Odesa; North West Black Sea
    Novorossiysk Approaches; 36.8 43.9 38.7 45.1; Novorossiysk
    Danube Delta; 28.4 44.3 30.6 45.7; Sulina Canal; Sulina
    Caspian Sea; 46.4 36.3 54.6 47.4; Caspian
    Baltic Sea; 9 53.6 30.5 66; Baltic
    Gulf of Bothnia; 16.8 59.8 25.8 66; Bothnia; Bothnian Sea; Bothnian Bay
    Gulf of Finland; 22.3 58.9 30.4 60.9
    Gulf of Riga; 21.5 56.8 24.7 59
    Archipelago Sea; 20.9 59.6 23.2 60.9
    Aland Sea; 18.3 59.3 20.5 60.6; Sea of Aland
    Irbe Strait; 21.3 57.4 22.6 58.1
    Gdansk Bay; 18.2 54.2 20.2 55; Bay of Gdansk; Gulf of Gdansk; Gulf of Danzig
    Kaliningrad Approaches; 19 54.4 21.3 55.5; Curonian Lagoon; Vistula Lagoon
    Pomeranian Bay; 13.3 53.6 15.5 54.8; Bay of Pomerania
    Bornholm Basin; 14 54.6 17 56; Bornholm; Bornholmsgat
    Gotland Basin; 18 55.8 21.5 59; Gotland
    Danish Straits; 9.3 54.3 13.2 58; Baltic Approaches
    Kattegat; 10 55.9 13 57.9
    Skagerrak; 7 57 11.5 59.5
    Oresund; 12.2 55.2 13.2 56.4; The Sound; Sound; Öresund; Øresund
    Great Belt; 10.4 54.7 11.4 55.9; Storebælt; Storebelt; Store Belt
    Little Belt; 9.4 54.8 10.4 55.8; Lillebælt; Lille Belt
    Fehmarn Belt; 10.7 54.2 12 54.9; Femern Belt; Fehmarnbelt
    Kiel Bight; 9.6 54.2 11.3 55; Kiel Bay; Kieler Bucht; Bay of Kiel
    Bay of Mecklenburg; 10.7 53.8 12.7 54.7; Mecklenburg Bight; Lübeck Bight
    Kiel Canal; 9 53.8 10.3 54.5; Nord Ostsee Kanal; NOK
    Skaw Anchorage; 10.1 57.3 11.4 58.1; Skagen; Skagen Anchorage; The Skaw
    North Sea; -4.5 50.9 9.2 61.1
    German Bight; 6.3 53.2 9.2 55.3; German Bay; Deutsche Bucht
    Wadden Sea; 4.6 52.9 9.1 55.7
    Southern Bight; 1 50.9 4.8 53
    Scheldt Estuary; 2.9 51.2 4.4 51.7; Westerschelde; Antwerp Approaches
    Rotterdam Approaches; 3 51.6 4.6 52.4; Maas Approaches; Europoort
    Thames Estuary; 0.3 51.2 2 52
    Dogger Bank; 1 54 4.5 56
    Moray Firth; -4.5 57.4 -1.5 58.8
    Pentland Firth; -3.7 58.5 -2.6 59
    English Channel; -6 48.4 2.2 51.4; La Manche; The Channel; Channel
    Strait of Dover; 0.7 50.6 2.2 51.4; Dover Strait; Straits of Dover; Pas de Calais
    Solent; -1.7 50.5 -0.8 50.95; The Solent; Isle of Wight; Spithead
    Southampton Water; -1.55 50.75 -1.2 50.95; Southampton
    Lyme Bay; -3.7 50.1 -2.3 50.8
    Bay of the Seine; -1.4 49.2 0.5 49.8; Baie de Seine; Seine Bay
    Channel Islands; -3 48.9 -1.7 50; Gulf of Saint Malo
    Ushant; -6.2 47.9 -4.2 49; Ouessant
    Celtic Sea; -11 47.5 -4 52.3
    Bristol Channel; -5.5 50.8 -2.6 51.9
    Saint Georges Channel; -7 51.6 -4.4 53.4; St George's Channel
    Irish Sea; -6.8 51.9 -2.6 55.1
    North Channel; -6.9 54.3 -4.6 55.8
    The Minch; -7.8 57 -5 58.7; Minch; Minches; Sea of the Hebrides
    Bay of Biscay; -10 43 -1 48.8; Biscay; Golfe de Gascogne
    Iberian Coast; -10.5 36 -6 44; Galicia; Finisterre
    Gulf of Cadiz; -9.1 35.2 -5.6 37.5
    Azores; -32 36.3 -24.3 40.2
    Canary Islands; -19 27 -12.8 30; Canaries
    Madeira; -17.8 32 -15.8 33.5
    Norwegian Sea; -12 61 19 76
    Greenland Sea; -36 70 20 82
    Denmark Strait; -38 63.5 -19 70
    GIUK Gap; -45 57 5 71; Greenland Iceland United Kingdom Gap
    Svalbard; 9 76 34.5 81; Spitsbergen
    Barents Sea; 16.5 66.5 69 82; Barents
    White Sea; 32 63.6 45 68.8
    Kola Bay; 32.8 68.7 34.6 69.5; Murmansk
    Pechora Sea; 44 67 61 71
    Kara Sea; 55 66 105 82
    Gulf of Ob; 70.5 66 78 73.5; Ob Bay; Sabetta
    Laptev Sea; 98 70 143 81.5
    East Siberian Sea; 138 68.5 180 77
    Chukchi Sea; 175 65.5 -156 73
    Northern Sea Route; 50 65 -168 82; Northeast Passage
    Northwest Passage; -141 66 -60 78; North West Passage
    Bering Sea; 161 51 -157 66.5
    Bering Strait; -172.5 64.5 -166 67
    Gulf of Anadyr; 175.5 62 -172.5 66.5
    Aleutian Islands; 170 50.5 -162 56; Aleutians; Unimak Pass
    Gulf of Alaska; -160 53.5 -132 61.5
    Alaska; 172 51 -129.8 71.6
    Cook Inlet; -154.3 58.8 -148.8 61.6
    Prince William Sound; -149 59.7 -145.5 61.4; Valdez
    Hecate Strait; -133.5 51.8 -129 54.8; Dixon Entrance
    Salish Sea; -125.2 47 -122 50.2; Puget Sound; Strait of Georgia
    Strait of Juan de Fuca; -125 47.9 -122.6 48.8; Juan de Fuca Strait
    San Francisco Bay; -123.3 37.2 -121.7 38.3
    Southern California Bight; -121 32.2 -116.9 34.8; San Pedro Bay; Los Angeles Approaches
    Gulf of California; -115.3 22.5 -105.3 32; Sea of Cortez
    Gulf of Tehuantepec; -96.5 14 -92 16.5
    Gulf of Panama; -80.5 7 -77.7 9.2
    Panama Canal; -80.1 8.7 -79.3 9.6
    Hawaii; -161 18.5 -154.5 22.6; Hawaiian Islands
    Gulf of Mexico; -98 18 -80.3 30.9; Gulf of America
    Bay of Campeche; -97.5 18 -90.5 21.5
    Mississippi Delta; -91.5 28.5 -88.3 30.5; Southwest Pass
    Galveston Bay; -95.4 28.8 -94 29.9; Houston Ship Channel; Houston
    Straits of Florida; -83 23 -79 27.3; Florida Strait; Florida Straits
    Yucatan Channel; -87.5 20.8 -84.5 22.5
    Windward Passage; -75 19.4 -73 20.8
    Mona Passage; -68.8 17.8 -67 18.8
    Caribbean Sea; -89 7.5 -59 22.7; Caribbean
    Gulf of Honduras; -89 15.5 -86 17.8
    Gulf of Venezuela; -72.2 10.7 -69.8 12.6; Lake Maracaibo; Paraguana
    Gulf of Paria; -62.9 9.8 -61.2 10.9
    Sargasso Sea; -70 20 -40 35
    Chesapeake Bay; -77.5 36.7 -75.4 39.7
    Delaware Bay; -75.7 38.5 -74.5 39.9
    New York Bight; -74.6 39.3 -71.5 41.2; New York Harbor; New York
    Long Island Sound; -73.9 40.7 -71.8 41.5
    Gulf of Maine; -71 41 -63.5 45.4
    Bay of Fundy; -67.4 43.7 -63.3 46
    Gulf of Saint Lawrence; -66.7 45.5 -56 52
    Saint Lawrence River; -74.5 45 -64.5 50.3; St Lawrence Seaway
    Grand Banks; -56 42.5 -47 48.5
    Great Lakes; -92.5 41.2 -75.8 49.2
    Labrador Sea; -65.5 52 -43 66
    Davis Strait; -64 62 -50 70.5
    Baffin Bay; -81 67.5 -50 79
    Hudson Bay; -95.2 51 -76 66.5
    Hudson Strait; -79 59.8 -64 65
    Beaufort Sea; -157 68.5 -122 77
    Amazon Delta; -52 -2.5 -46.5 3.2; Amazon Mouth
    Santos Basin; -49 -28.5 -39.5 -22
    Rio de la Plata; -59 -37 -54 -33.5; River Plate; Plate Estuary
    Strait of Magellan; -75.5 -55 -68 -52; Magellan Strait
    Drake Passage; -72 -63 -54 -54.5
    Cape Horn; -70.5 -57 -64.5 -54
    Scotia Sea; -60 -61 -25 -52.5
    Weddell Sea; -62 -78.5 -10 -63
    Ross Sea; 158 -79 -150 -70
    Galapagos Islands; -92.5 -1.9 -88.7 2; Galápagos
    Gulf of Guayaquil; -81.3 -4 -79.5 -2
    Humboldt Current; -82 -42 -69 -3; Peru Chile Coast
    Gulf of Guinea; -9 -5 14 7.5
    Bight of Benin; 0.5 3.8 6 6.8; Lagos Approaches; Lomé Anchorage
    Bight of Biafra; 5.8 -1 10.2 5; Bight of Bonny
    Niger Delta; 4.2 3.3 8.8 6
    Congo Estuary; 11 -7 13.8 -4.5; Cabinda
    Dakar Approaches; -18.8 13.8 -16.5 15.6; Dakar
    Cape Verde Islands; -26 14.3 -22 17.8; Cabo Verde Islands
    Great Australian Bight; 116.5 -43 146 -31; Australian Bight
    Bass Strait; 143 -41.5 149 -37.5
    Spencer Gulf; 135.4 -35.7 138.3 -32.3
    Port Hedland Approaches; 116 -21 120 -18.5; Pilbara; Dampier Approaches
    Joseph Bonaparte Gulf; 126.5 -15.8 130.8 -12.8
    Great Barrier Reef; 142.3 -25 154 -9.8
    Coral Sea; 142 -30 170.5 -8
    Tasman Sea; 146.5 -51 175 -29
    Cook Strait; 173.2 -42 175.6 -40
    Hauraki Gulf; 174.4 -37.3 176 -35.8
    Bismarck Sea; 141 -6.5 153.5 -0.8
    Solomon Sea; 146.5 -12.5 162.5 -4
    Gulf of Papua; 142.8 -10.5 147.5 -7
    Micronesia Region; 130 -2 173 21; Caroline Islands
    Polynesia; -180 -30 -120 0
    Mariana Islands; 143.5 12.8 147 21
    """
}
