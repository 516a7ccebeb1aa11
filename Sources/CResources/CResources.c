#include "CResources.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char natural_earth_10m[] = {
#embed "../../Resources/natural_earth_10m.geometry"
};
static const unsigned char natural_earth_50m[] = {
#embed "../../Resources/natural_earth_50m.geometry"
};
static const unsigned char natural_earth_110m[] = {
#embed "../../Resources/natural_earth_110m.geometry"
};
static const unsigned char solent_osm[] = {
#embed "../../Resources/solent_osm.geometry"
};
static const unsigned char solent_sample[] = {
#embed "../../Resources/solent_2016-01-12.csv.gz"
};
static const unsigned char palettes[] = {
#embed "../../Resources/palettes.bin"
};
static const unsigned char ports[] = {
#embed "../../Resources/ports.bin"
};
static const unsigned char places[] = {
#embed "../../Resources/places.bin"
};
static const unsigned char open_sans_regular[] = {
#embed "../../Resources/OpenSans-Regular.ttf"
};
static const unsigned char open_sans_semibold[] = {
#embed "../../Resources/OpenSans-Semibold.ttf"
};
static const unsigned char open_sans_italic[] = {
#embed "../../Resources/OpenSans-Italic.ttf"
};
static const unsigned char theme_dark[] = {
#embed "../../Resources/themes/dark.json"
};
static const unsigned char theme_light[] = {
#embed "../../Resources/themes/light.json"
};
static const unsigned char theme_print[] = {
#embed "../../Resources/themes/print.json"
};

#define ENTRY(array) {array, sizeof array}

static const Resource table[RESOURCE_COUNT] = {
    [RESOURCE_NATURAL_EARTH_10M] = ENTRY(natural_earth_10m),
    [RESOURCE_NATURAL_EARTH_50M] = ENTRY(natural_earth_50m),
    [RESOURCE_NATURAL_EARTH_110M] = ENTRY(natural_earth_110m),
    [RESOURCE_SOLENT_OSM] = ENTRY(solent_osm),
    [RESOURCE_SOLENT_SAMPLE] = ENTRY(solent_sample),
    [RESOURCE_PALETTES] = ENTRY(palettes),
    [RESOURCE_PORTS] = ENTRY(ports),
    [RESOURCE_PLACES] = ENTRY(places),
    [RESOURCE_OPEN_SANS_REGULAR] = ENTRY(open_sans_regular),
    [RESOURCE_OPEN_SANS_SEMIBOLD] = ENTRY(open_sans_semibold),
    [RESOURCE_OPEN_SANS_ITALIC] = ENTRY(open_sans_italic),
    [RESOURCE_THEME_DARK] = ENTRY(theme_dark),
    [RESOURCE_THEME_LIGHT] = ENTRY(theme_light),
    [RESOURCE_THEME_PRINT] = ENTRY(theme_print),
};

Resource embedded_resource(ResourceName name) {
  if ((unsigned)name < RESOURCE_COUNT) {
    return table[name];
  }
  return (Resource){NULL, 0};
}
