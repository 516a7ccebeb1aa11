extension FlagState {
  /// Flags: ISO 3166-1 codes, short English name; maritime identification digits.
  ///
  /// Facts of the Table of Maritime Identification Digits (ITU, Appendix 43 of the Radio Regulations), written down by
  /// ourselves. Parts of a state that ISO gives no code count as the state: the Azores and Madeira as Portugal, Alaska as
  /// the United States; Ascension as Saint Helena; Adélie Land, Crozet, Kerguelen, Saint Paul and Amsterdam as the
  /// French Southern Territories. 306 serves Curaçao, Sint Maarten and Bonaire alike. A name takes no side in a dispute.
  static let table = """
    AD AND Andorra; 202
    AE ARE United Arab Emirates; 470 471
    AF AFG Afghanistan; 401
    AG ATG Antigua and Barbuda; 304 305
    AI AIA Anguilla; 301
    AL ALB Albania; 201
    AM ARM Armenia; 216
    AO AGO Angola; 603
    AR ARG Argentina; 701
    AS ASM American Samoa; 559
    AT AUT Austria; 203
    AU AUS Australia; 503
    AW ABW Aruba; 307
    AZ AZE Azerbaijan; 423
    BA BIH Bosnia and Herzegovina; 478
    BB BRB Barbados; 314
    BD BGD Bangladesh; 405
    BE BEL Belgium; 205
    BF BFA Burkina Faso; 633
    BG BGR Bulgaria; 207
    BH BHR Bahrain; 408
    BI BDI Burundi; 609
    BJ BEN Benin; 610
    BM BMU Bermuda; 310
    BN BRN Brunei; 508
    BO BOL Bolivia; 720
    BR BRA Brazil; 710
    BS BHS Bahamas; 308 309 311
    BT BTN Bhutan; 410
    BW BWA Botswana; 611
    BY BLR Belarus; 206
    BZ BLZ Belize; 312
    CA CAN Canada; 316
    CC CCK Cocos Islands; 523
    CD COD Democratic Republic of the Congo; 676
    CF CAF Central African Republic; 612
    CG COG Congo; 615
    CH CHE Switzerland; 269
    CI CIV Côte d'Ivoire; 619
    CK COK Cook Islands; 518
    CL CHL Chile; 725
    CM CMR Cameroon; 613
    CN CHN China; 412 413 414
    CO COL Colombia; 730
    CR CRI Costa Rica; 321
    CU CUB Cuba; 323
    CV CPV Cabo Verde; 617
    CW CUW Curaçao; 306
    CX CXR Christmas Island; 516
    CY CYP Cyprus; 209 210 212
    CZ CZE Czechia; 270
    DE DEU Germany; 211 218
    DJ DJI Djibouti; 621
    DK DNK Denmark; 219 220
    DM DMA Dominica; 325
    DO DOM Dominican Republic; 327
    DZ DZA Algeria; 605
    EC ECU Ecuador; 735
    EE EST Estonia; 276
    EG EGY Egypt; 622
    ER ERI Eritrea; 625
    ES ESP Spain; 224 225
    ET ETH Ethiopia; 624
    FI FIN Finland; 230
    FJ FJI Fiji; 520
    FK FLK Falkland Islands; 740
    FM FSM Micronesia; 510
    FO FRO Faroe Islands; 231
    FR FRA France; 226 227 228
    GA GAB Gabon; 626
    GB GBR United Kingdom; 232 233 234 235
    GD GRD Grenada; 330
    GE GEO Georgia; 213
    GF GUF French Guiana; 745
    GH GHA Ghana; 627
    GI GIB Gibraltar; 236
    GL GRL Greenland; 331
    GM GMB Gambia; 629
    GN GIN Guinea; 632
    GP GLP Guadeloupe; 329
    GQ GNQ Equatorial Guinea; 631
    GR GRC Greece; 237 239 240 241
    GT GTM Guatemala; 332
    GW GNB Guinea-Bissau; 630
    GY GUY Guyana; 750
    HK HKG Hong Kong; 477
    HN HND Honduras; 334
    HR HRV Croatia; 238
    HT HTI Haiti; 336
    HU HUN Hungary; 243
    ID IDN Indonesia; 525
    IE IRL Ireland; 250
    IL ISR Israel; 428
    IN IND India; 419
    IQ IRQ Iraq; 425
    IR IRN Iran; 422
    IS ISL Iceland; 251
    IT ITA Italy; 247
    JM JAM Jamaica; 339
    JO JOR Jordan; 438
    JP JPN Japan; 431 432
    KE KEN Kenya; 634
    KG KGZ Kyrgyzstan; 451
    KH KHM Cambodia; 514 515
    KI KIR Kiribati; 529
    KM COM Comoros; 616 620
    KN KNA Saint Kitts and Nevis; 341
    KP PRK North Korea; 445
    KR KOR South Korea; 440 441
    KW KWT Kuwait; 447
    KY CYM Cayman Islands; 319
    KZ KAZ Kazakhstan; 436
    LA LAO Laos; 531
    LB LBN Lebanon; 450
    LC LCA Saint Lucia; 343
    LI LIE Liechtenstein; 252
    LK LKA Sri Lanka; 417
    LR LBR Liberia; 636 637
    LS LSO Lesotho; 644
    LT LTU Lithuania; 277
    LU LUX Luxembourg; 253
    LV LVA Latvia; 275
    LY LBY Libya; 642
    MA MAR Morocco; 242
    MC MCO Monaco; 254
    MD MDA Moldova; 214
    ME MNE Montenegro; 262
    MG MDG Madagascar; 647
    MH MHL Marshall Islands; 538
    MK MKD North Macedonia; 274
    ML MLI Mali; 649
    MM MMR Myanmar; 506
    MN MNG Mongolia; 457
    MO MAC Macao; 453
    MP MNP Northern Mariana Islands; 536
    MQ MTQ Martinique; 347
    MR MRT Mauritania; 654
    MS MSR Montserrat; 348
    MT MLT Malta; 215 229 248 249 256
    MU MUS Mauritius; 645
    MV MDV Maldives; 455
    MW MWI Malawi; 655
    MX MEX Mexico; 345
    MY MYS Malaysia; 533
    MZ MOZ Mozambique; 650
    NA NAM Namibia; 659
    NC NCL New Caledonia; 540
    NE NER Niger; 656
    NG NGA Nigeria; 657
    NI NIC Nicaragua; 350
    NL NLD Netherlands; 244 245 246
    NO NOR Norway; 257 258 259
    NP NPL Nepal; 459
    NR NRU Nauru; 544
    NU NIU Niue; 542
    NZ NZL New Zealand; 512
    OM OMN Oman; 461
    PA PAN Panama; 351 352 353 354 355 356 357 370 371 372 373 374
    PE PER Peru; 760
    PF PYF French Polynesia; 546
    PG PNG Papua New Guinea; 553
    PH PHL Philippines; 548
    PK PAK Pakistan; 463
    PL POL Poland; 261
    PM SPM Saint Pierre and Miquelon; 361
    PN PCN Pitcairn; 555
    PR PRI Puerto Rico; 358
    PS PSE Palestine; 443
    PT PRT Portugal; 204 255 263
    PW PLW Palau; 511
    PY PRY Paraguay; 755
    QA QAT Qatar; 466
    RE REU Réunion; 660
    RO ROU Romania; 264
    RS SRB Serbia; 279
    RU RUS Russia; 273
    RW RWA Rwanda; 661
    SA SAU Saudi Arabia; 403
    SB SLB Solomon Islands; 557
    SC SYC Seychelles; 664
    SD SDN Sudan; 662
    SE SWE Sweden; 265 266
    SG SGP Singapore; 563 564 565 566
    SH SHN Saint Helena; 608 665
    SI SVN Slovenia; 278
    SK SVK Slovakia; 267
    SL SLE Sierra Leone; 667
    SM SMR San Marino; 268
    SN SEN Senegal; 663
    SO SOM Somalia; 666
    SR SUR Suriname; 765
    SS SSD South Sudan; 638
    ST STP São Tomé and Príncipe; 668
    SV SLV El Salvador; 359
    SY SYR Syria; 468
    SZ SWZ Eswatini; 669
    TC TCA Turks and Caicos Islands; 364
    TD TCD Chad; 670
    TF ATF French Southern Territories; 501 607 618 635
    TG TGO Togo; 671
    TH THA Thailand; 567
    TJ TJK Tajikistan; 472
    TL TLS Timor-Leste; 550
    TM TKM Turkmenistan; 434
    TN TUN Tunisia; 672
    TO TON Tonga; 570
    TR TUR Türkiye; 271
    TT TTO Trinidad and Tobago; 362
    TV TUV Tuvalu; 572
    TW TWN Taiwan; 416
    TZ TZA Tanzania; 674 677
    UA UKR Ukraine; 272
    UG UGA Uganda; 675
    US USA United States; 303 338 366 367 368 369
    UY URY Uruguay; 770
    UZ UZB Uzbekistan; 437
    VA VAT Vatican City; 208
    VC VCT Saint Vincent and the Grenadines; 375 376 377
    VE VEN Venezuela; 775
    VG VGB British Virgin Islands; 378
    VI VIR US Virgin Islands; 379
    VN VNM Viet Nam; 574
    VU VUT Vanuatu; 576 577
    WF WLF Wallis and Futuna; 578
    WS WSM Samoa; 561
    YE YEM Yemen; 473 475
    ZA ZAF South Africa; 601
    ZM ZMB Zambia; 678
    ZW ZWE Zimbabwe; 679
    """
}
