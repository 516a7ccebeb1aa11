/* GeoTIFF through libtiff, for Swift: libtiff's variadic calls and its callbacks stay on this side.

   The tags of GeoTIFF (OGC 19-008r4) are few and fixed for Web Mercator, so they are written here and libgeotiff is not
   needed. Errors come back as another number than 0 and a message (never empty, always ended by a zero byte). */
#ifndef WAKEPRINT_CGEOTIFF_H
#define WAKEPRINT_CGEOTIFF_H

#include <stddef.h>
#include <stdint.h>

/* Size of a message buffer in bytes, its ending zero included. */
#define CGEOTIFF_MESSAGE_SIZE 256

/* Edge of a tile in pixels. */
#define CGEOTIFF_TILE 256

typedef struct {
  uint32_t width, height;
  double west, north;  /* EPSG:3857 metres of the north-west corner of the first pixel */
  double pixelSize;    /* metres */
  const char *noData;       /* decimal number or NULL */
  const char *description;  /* ASCII or NULL */
  const char *software;     /* ASCII or NULL */
  const char *metadata;     /* GDAL's XML or NULL */
} cgeotiff_header;

/* One band of 32-bit floats, rows from the north, as a GeoTIFF in memory: little-endian, tiled, Deflate with the floating
   point predictor, no dates; BigTIFF where the plain numbers pass 3 GiB. `bytes` is for `cgeotiff_release`, whatever comes
   back. */
int cgeotiff_write(
    const cgeotiff_header *header, const float *values, uint8_t **bytes, size_t *count, char *message);
void cgeotiff_release(uint8_t *bytes);

#endif
