extension Region {
  /// Countries and territories: name; west south east north in degrees; aliases.
  ///
  /// Written by `Resources/scripts/make_countries.py` from Natural Earth 1:10m; far-flung parts are left out.
  static let countriesTable = """
    Afghanistan; 60.4 29.3 74.9 38.5; AFG
    Albania; 19.2 39.6 21.1 42.7; ALB
    Algeria; -8.7 18.9 12 37.1; DZA
    American Samoa; -171.1 -14.6 -168.1 -11; ASM
    Andorra; 1.4 42.4 1.8 42.7; AND
    Angola; 11.6 -18.1 24.1 -4.3; AGO
    Anguilla; -63.5 18.1 -62.9 18.7; AIA
    Antarctica; -180 -90 180 -60.5; ATA
    Antigua and Barbuda; -62.4 16.9 -61.6 17.8; ATG
    Argentina; -73.6 -55.1 -53.6 -21.7; ARG
    Armenia; 43.4 38.8 46.7 41.3; ARM
    Aruba; -70.1 12.4 -69.8 12.7; ABW
    Australia; 112.9 -43.7 153.7 -9.2; AUS
    Austria; 9.5 46.3 17.2 49.1; AUT
    Azerbaijan; 44.7 38.3 50.7 41.9; AZE
    Bahamas; -79.6 20.9 -72.7 27; BHS
    Bahrain; 50.3 25.5 50.9 26.3; BHR
    Bangladesh; 88 20.7 92.7 26.7; BGD
    Barbados; -59.7 13 -59.4 13.4; BRB
    Belarus; 23.1 51.2 32.8 56.2; BLR
    Belgium; 2.5 49.4 6.4 51.5; BEL
    Belize; -89.3 15.8 -87.7 18.5; BLZ
    Benin; 0.7 6.2 3.9 12.4; BEN
    Bermuda; -64.9 32.2 -64.6 32.4; BMU
    Bhutan; 88.7 26.6 92.1 28.4; BTN
    Bolivia; -69.7 -22.9 -57.4 -9.6; BOL
    Bosnia and Herzegovina; 15.7 42.5 19.7 45.3; BIH
    Botswana; 19.9 -26.9 29.4 -17.7; BWA
    Brazil; -74.1 -33.8 -34.7 5.3; BRA
    British Indian Ocean Territory; 71.2 -7.5 72.5 -5.2; IOT
    British Virgin Islands; -64.8 18.3 -64.2 18.8; VGB
    Brunei; 113.9 4 115.4 5.1; Brunei Darussalam; BRN
    Bulgaria; 22.3 41.2 28.7 44.3; BGR
    Burkina Faso; -5.6 9.3 2.4 15.1; BFA
    Burundi; 28.9 -4.5 30.9 -2.3; BDI
    Cambodia; 102.3 10.4 107.7 14.8; KHM
    Cameroon; 8.5 1.6 16.3 13.1; CMR
    Canada; -141.1 41.6 -52.6 83.2; CAN
    Cape Verde; -25.4 14.8 -22.6 17.2; Republic of Cabo Verde; CPV; Cabo Verde
    Cayman Islands; -81.5 19.2 -79.7 19.8; CYM
    Central African Republic; 14.3 2.2 27.5 11.1; CAF
    Chad; 13.4 7.4 24 23.5; TCD
    Chile; -75.8 -56 -66.4 -17.5; CHL
    China; 73.6 18.1 134.8 53.6; CHN; PRC
    Colombia; -79.1 -4.3 -66.8 12.5; COL
    Comoros; 43.2 -12.4 44.6 -11.3; COM
    Cook Islands; -165.9 -22 -157.3 -8.9; COK
    Costa Rica; -87.2 5.5 -82.5 11.3; CRI
    Croatia; 13.5 42.4 19.5 46.6; HRV
    Cuba; -85 19.8 -74.1 23.3; CUB
    Curaçao; -69.2 12 -68.7 12.4; CUW
    Cyprus; 32.2 34.6 34.1 35.2; CYP
    Czechia; 12 48.5 18.9 51.1; Czech Republic; CZE
    Democratic Republic of the Congo; 12.2 -13.5 31.3 5.4; COD; DR Congo; DRC
    Denmark; 8 54.5 15.2 57.8; DNK
    Djibouti; 41.7 10.9 43.5 12.8; DJI
    Dominica; -61.5 15.2 -61.2 15.7; DMA
    Dominican Republic; -72.1 17.5 -68.3 20; DOM
    Ecuador; -81.1 -5.1 -75.2 1.5; ECU
    Egypt; 24.6 21.9 36.9 31.7; EGY
    El Salvador; -90.2 13.1 -87.6 14.5; SLV
    Equatorial Guinea; 5.6 -1.5 11.4 3.8; GNQ
    Eritrea; 36.4 12.3 43.2 18.1; ERI
    Estonia; 21.8 57.5 28.2 59.7; EST
    Eswatini; 30.7 -27.4 32.2 -25.7; Kingdom of eSwatini; SWZ; Swaziland
    Ethiopia; 32.9 3.4 48 14.9; ETH
    Falkland Islands; -61.4 -52.5 -57.7 -51; Falkland Islands / Malvinas; FLK; Malvinas
    Faroe Islands; -7.7 61.3 -6.2 62.4; Faeroe Islands; FRO
    Fiji; 174.5 -21.8 -178.2 -12.4; FJI
    Finland; 20.6 59.8 31.6 70.1; FIN
    France; -5.2 41.3 9.6 51.1; FRA
    French Polynesia; -154.6 -27.7 -134.9 -7.9; PYF
    Gabon; 8.6 -4 14.5 2.4; GAB
    Gambia; -16.9 13 -13.8 13.9; The Gambia; GMB
    Georgia; 39.9 41 46.7 43.6; GEO
    Germany; 5.8 47.2 15.1 55.1; DEU
    Ghana; -3.3 4.7 1.2 11.2; GHA
    Gibraltar; -5.4 36.1 -5.3 36.2; GIB
    Greece; 19.6 34.8 28.3 41.8; GRC
    Greenland; -73.1 59.7 -11.3 83.7; GRL
    Grenada; -61.8 12 -61.4 12.6; GRD
    Guam; 144.6 13.2 145 13.7; GUM
    Guatemala; -92.3 13.7 -88.2 17.9; GTM
    Guernsey; -2.7 49.4 -2.1 49.8; GGY
    Guinea-Bissau; -16.8 10.9 -13.6 12.7; GNB
    Guinea; -15.1 7.1 -7.6 12.7; GIN
    Guyana; -61.4 1.1 -56.4 8.6; GUY
    Haiti; -74.5 18 -71.6 20.1; HTI
    Honduras; -89.4 12.9 -83.1 17.5; HND
    Hong Kong; 113.8 22.1 114.5 22.6; HKG
    Hungary; 16 45.7 22.9 48.6; HUN
    Iceland; -24.6 63.3 -13.5 66.6; ISL
    India; 68.1 6.7 97.4 35.5; IND
    Indonesia; 95 -11 141 6; IDN
    Iran; 44 25 63.4 39.8; IRN
    Iraq; 38.7 29 48.6 37.4; IRQ
    Ireland; -10.5 51.4 -5.9 55.4; IRL
    Isle of Man; -4.8 54 -4.3 54.5; IMN
    Israel; 34.2 29.4 35.9 33.5; ISR
    Italy; 6.6 35.4 18.6 47.1; ITA
    Ivory Coast; -8.7 4.3 -2.5 10.8; Côte d'Ivoire; CIV
    Jamaica; -78.4 17.7 -76.1 18.6; JAM
    Japan; 122.9 24.2 145.9 45.6; JPN
    Jersey; -2.3 49.1 -2 49.3; JEY
    Jordan; 34.9 29.1 39.3 33.4; JOR
    Kazakhstan; 46.4 40.5 87.4 55.5; KAZ
    Kenya; 33.8 -4.7 41.9 5.1; KEN
    Kiribati; 169.5 -11.5 -151.7 4.8; KIR
    Kosovo; 20 41.8 21.8 43.3
    Kuwait; 46.5 28.5 48.5 30.1; KWT
    Kyrgyzstan; 69.2 39.1 80.3 43.3; KGZ
    Laos; 100 13.9 107.7 22.5; Lao PDR; LAO; Lao
    Latvia; 20.9 55.6 28.3 58.1; LVA
    Lebanon; 35 33 36.7 34.7; LBN
    Lesotho; 27 -30.7 29.5 -28.5; LSO
    Liberia; -11.5 4.3 -7.3 8.6; LBR
    Libya; 9.2 19.4 25.2 33.2; LBY
    Liechtenstein; 9.4 47 9.7 47.3; LIE
    Lithuania; 20.9 53.8 26.9 56.5; LTU
    Luxembourg; 5.7 49.4 6.6 50.2; LUX
    Macao; 113.5 22.1 113.6 22.3; MAC
    Madagascar; 43.2 -25.6 50.6 -11.9; MDG
    Malawi; 32.6 -17.2 36 -9.3; MWI
    Malaysia; 99.6 0.8 119.3 7.4; MYS
    Maldives; 72.6 -0.7 73.8 7.2; MDV
    Mali; -12.3 10.1 4.3 25; MLI
    Malta; 14.1 35.8 14.6 36.1; MLT
    Marshall Islands; 165.2 4.5 172.1 14.7; MHL
    Mauritania; -17.1 14.7 -4.8 27.3; MRT
    Mauritius; 56.5 -20.6 63.5 -10.3; MUS
    Mexico; -118.4 14.5 -86.7 32.8; MEX
    Micronesia; 138 0.9 163.1 9.8; Federated States of Micronesia; FSM
    Moldova; 26.6 45.4 30.2 48.5; MDA
    Monaco; 7.3 43.7 7.5 43.8; MCO
    Mongolia; 87.7 41.5 120 52.2; MNG
    Montenegro; 18.4 41.8 20.4 43.6; MNE
    Montserrat; -62.3 16.6 -62.1 16.9; MSR
    Morocco; -17.1 21.4 -1 36; MAR
    Mozambique; 30.2 -26.9 40.9 -10.4; MOZ
    Myanmar; 92.1 9.7 101.2 28.6; MMR; Burma
    Namibia; 11.7 -29 25.3 -16.9; NAM
    Nauru; 166.9 -0.6 167 -0.4; NRU
    Nepal; 80 26.3 88.2 30.5; NPL
    Netherlands; 3.3 50.7 7.2 53.6; NLD; Holland
    New Caledonia; 163.6 -22.7 171.4 -19.6; NCL
    New Zealand; 166.4 -48.1 178.6 -34.1; NZL
    Nicaragua; -87.7 10.7 -82.7 15.1; NIC
    Niger; 0.1 11.6 16 23.6; NER
    Nigeria; 2.6 4.2 14.7 13.9; NGA
    Niue; -170 -19.2 -169.7 -18.9; NIU
    Norfolk Island; 167.9 -29.1 168 -28.9; NFK
    North Korea; 124.2 37.6 130.7 43.1; Dem. Rep. Korea; PRK; DPRK; Democratic People's Republic of Korea
    North Macedonia; 20.4 40.8 23.1 42.4; MKD; Macedonia
    Northern Mariana Islands; 144.9 14.1 145.9 20.6; MNP
    Norway; 4.6 57.9 31.1 71.2; NOR
    Oman; 51.9 16.6 59.9 26.4; OMN
    Pakistan; 60.8 23.6 77.1 37.1; PAK
    Palau; 131.1 2.9 134.8 8.1; PLW
    Palestine; 34.2 31.2 35.6 32.6; PSE
    Panama; -83.1 7.2 -77.1 9.7; PAN
    Papua New Guinea; 140.8 -11.7 156 -1.3; PNG
    Paraguay; -62.7 -27.6 -54.2 -19.2; PRY
    Peru; -81.4 -18.4 -68.6 0; PER
    Philippines; 116.9 4.6 126.7 21.2; PHL
    Pitcairn Islands; -130.8 -25.1 -124.7 -23.9; PCN
    Poland; 14.1 48.9 24.2 54.9; POL
    Portugal; -9.5 36.9 -6.2 42.2; PRT
    Puerto Rico; -68 17.9 -65.2 18.6; PRI
    Qatar; 50.7 24.5 51.7 26.2; QAT
    Republic of the Congo; 11.1 -5.1 18.7 3.8; COG; Congo
    Romania; 20.2 43.6 29.7 48.3; ROU
    Russia; 19.6 41.1 -168.9 81.9; Russian Federation; RUS
    Rwanda; 28.8 -2.9 30.9 -1; RWA
    Saint Barthélemy; -62.9 17.8 -62.7 18; Saint-Barthélemy; BLM
    Saint Helena; -5.8 -16.1 -5.6 -15.9; SHN
    Saint Kitts and Nevis; -62.9 17.1 -62.5 17.5; KNA
    Saint Lucia; -61.1 13.7 -60.8 14.2; LCA
    Saint Martin; -63.2 18 -63 18.2; Saint-Martin; MAF
    Saint Pierre and Miquelon; -56.4 46.7 -56.1 47.2; SPM
    Saint Vincent and the Grenadines; -61.5 12.5 -61.1 13.4; VCT
    Samoa; -172.8 -14.1 -171.4 -13.4; WSM
    San Marino; 12.3 43.8 12.5 44; SMR
    Saudi Arabia; 34.5 16.3 55.7 32.2; SAU; KSA
    Senegal; -17.6 12.3 -11.3 16.7; SEN
    Serbia; 18.8 42.2 23 46.2; SRB
    Seychelles; 46.2 -9.8 56.3 -3.7; SYC
    Sierra Leone; -13.4 6.9 -10.2 10; SLE
    Singapore; 103.6 1.2 104.1 1.5; SGP
    Sint Maarten; -63.2 18 -63 18.1; SXM
    Slovakia; 16.8 47.7 22.6 49.7; SVK
    Slovenia; 13.3 45.4 16.6 46.9; SVN
    Solomon Islands; 155.5 -12.3 168.9 -6.5; SLB
    Somalia; 40.9 -1.7 51.5 12; SOM
    South Africa; 16.4 -34.9 32.9 -22.1; ZAF
    South Georgia and the South Sandwich Islands; -38.1 -59.5 -26.2 -53.9; South Georgia and the Islands; SGS
    South Korea; 124.6 33.1 131.9 38.7; Republic of Korea; KOR; ROK
    South Sudan; 24.1 3.4 36 12.3; SSD
    Spain; -9.3 35.1 4.4 43.8; ESP
    Sri Lanka; 79.6 5.9 81.9 9.9; LKA
    Sudan; 21.8 8.6 38.7 22.3; SDN
    Suriname; -58.1 1.8 -53.9 6.1; SUR
    Sweden; 11.1 55.3 24.2 69.1; SWE
    Switzerland; 5.9 45.8 10.5 47.9; CHE
    Syria; 35.7 32.3 42.4 37.4; SYR
    São Tomé and Príncipe; 6.4 0 7.5 1.7; São Tomé and Principe; STP
    Taiwan; 118.2 21.9 122.1 25.3; TWN; Chinese Taipei
    Tajikistan; 67.3 36.6 75.2 41.1; TJK
    Tanzania; 29.3 -11.8 40.5 -0.9; TZA
    Thailand; 97.3 5.6 105.7 20.5; THA
    Timor-Leste; 124 -9.6 127.4 -8.1; TLS; East Timor
    Togo; -0.2 6.1 1.8 11.2; TGO
    Tonga; -176.3 -22.4 -173.9 -15.5; TON
    Trinidad and Tobago; -62 10 -60.5 11.4; TTO
    Tunisia; 7.4 30.2 11.6 37.4; TUN
    Turkey; 25.6 35.8 44.9 42.1; TUR; Türkiye
    Turkmenistan; 52.4 35.1 66.7 42.8; TKM
    Turks and Caicos Islands; -72.5 21.2 -71.1 22; TCA
    Tuvalu; 176.1 -9.5 180 -5.6; TUV
    Uganda; 29.5 -1.5 35.1 4.3; UGA
    Ukraine; 22.1 44.3 40.2 52.4; UKR
    United Arab Emirates; 51.5 22.6 56.4 26.1; ARE; UAE; Emirates
    United Kingdom; -8.7 49.9 1.8 60.9; GBR; UK; Great Britain; Britain
    United States Virgin Islands; -65.1 17.6 -64.5 18.4; VIR
    United States; -124.8 24.5 -66.9 49.4; USA; America; US; Contiguous United States
    Uruguay; -58.5 -35 -53.1 -30; URY
    Uzbekistan; 55.9 37.1 73.2 45.6; UZB
    Vanuatu; 166.5 -20.3 169.9 -13; VUT
    Vatican City; 12.4 41.9 12.5 42; Vatican; VAT
    Venezuela; -73.4 0.6 -59.8 15.8; VEN
    Vietnam; 102.1 8.5 109.5 23.4; VNM; Viet Nam
    Wallis and Futuna; -178.2 -14.4 -176.1 -13.2; Wallis and Futuna Islands; WLF
    Western Sahara; -17.2 20.7 -8.6 27.7; ESH
    Yemen; 42.5 12.1 54.6 19; YEM
    Zambia; 21.9 -18.1 33.7 -8.1; ZMB
    Zimbabwe; 25.2 -22.4 33.1 -15.6; ZWE
    Åland; 19.5 59.9 21.1 60.5; Åland Islands; ALA
    """
}
