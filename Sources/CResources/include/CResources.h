// The data files of Resources/, carried inside the program.

#ifndef WAKEPRINT_CRESOURCES_H
#define WAKEPRINT_CRESOURCES_H

#include <stddef.h>

/// The files, in the order of the table in CResources.c.
typedef enum {
  RESOURCE_NATURAL_EARTH_10M,
  RESOURCE_NATURAL_EARTH_50M,
  RESOURCE_NATURAL_EARTH_110M,
  RESOURCE_SOLENT_OSM,
  RESOURCE_SOLENT_SAMPLE,
  RESOURCE_PALETTES,
  RESOURCE_PORTS,
  RESOURCE_PLACES,
  RESOURCE_OPEN_SANS_REGULAR,
  RESOURCE_OPEN_SANS_SEMIBOLD,
  RESOURCE_OPEN_SANS_ITALIC,
  RESOURCE_THEME_DARK,
  RESOURCE_THEME_LIGHT,
  RESOURCE_THEME_PRINT,
  RESOURCE_COUNT
} ResourceName;

/// A file's bytes; they live as long as the program.
typedef struct {
  const unsigned char *bytes;
  size_t length;
} Resource;

/// The bytes of a file; a null pointer and length 0 for a name that is none.
Resource embedded_resource(ResourceName name);

#endif
