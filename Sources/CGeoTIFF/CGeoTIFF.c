#include "CGeoTIFF.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <tiffio.h>

enum { MODEL_PIXEL_SCALE = 33550, MODEL_TIEPOINT = 33922, GEO_KEYS = 34735, GDAL_METADATA = 42112, GDAL_NODATA = 42113 };

static const TIFFFieldInfo fields[] = {
    {MODEL_PIXEL_SCALE, -1, -1, TIFF_DOUBLE, FIELD_CUSTOM, 1, 1, "ModelPixelScale"},
    {MODEL_TIEPOINT, -1, -1, TIFF_DOUBLE, FIELD_CUSTOM, 1, 1, "ModelTiepoint"},
    {GEO_KEYS, -1, -1, TIFF_SHORT, FIELD_CUSTOM, 1, 1, "GeoKeyDirectory"},
    {GDAL_METADATA, -1, -1, TIFF_ASCII, FIELD_CUSTOM, 1, 0, "GDALMetadata"},
    {GDAL_NODATA, -1, -1, TIFF_ASCII, FIELD_CUSTOM, 1, 0, "GDALNoData"},
};

/* Version 1.1.0, three keys: model 1 (projected), raster 1 (a pixel is an area), projected system EPSG:3857. */
static const uint16_t geoKeys[] = {1, 1, 0, 3, 1024, 0, 1, 1, 1025, 0, 1, 1, 3072, 0, 1, 3857};

typedef struct {
  uint8_t *bytes;
  size_t count, capacity, position;
  char *message;
} memory;

static void say(char *message, const char *text) {
  if (!*message) snprintf(message, CGEOTIFF_MESSAGE_SIZE, "%s", text);
}

static int on_error(TIFF *tiff, void *user, const char *module, const char *format, va_list arguments) {
  (void)tiff;
  (void)module;
  char *message = user;
  if (!*message) vsnprintf(message, CGEOTIFF_MESSAGE_SIZE, format, arguments);
  return 1;
}

static int on_warning(TIFF *tiff, void *user, const char *module, const char *format, va_list arguments) {
  (void)tiff;
  (void)user;
  (void)module;
  (void)format;
  (void)arguments;
  return 1;
}

static tmsize_t read_bytes(thandle_t handle, void *data, tmsize_t count) {
  memory *file = (memory *)handle;
  size_t left = file->position < file->count ? file->count - file->position : 0;
  size_t taken = (size_t)count < left ? (size_t)count : left;
  if (taken) memcpy(data, file->bytes + file->position, taken);
  file->position += taken;
  return (tmsize_t)taken;
}

static tmsize_t write_bytes(thandle_t handle, void *data, tmsize_t count) {
  memory *file = (memory *)handle;
  size_t end = file->position + (size_t)count;
  if (end > file->capacity) {
    size_t capacity = file->capacity ? file->capacity : 65536;
    while (capacity < end) capacity *= 2;
    uint8_t *grown = realloc(file->bytes, capacity);
    if (!grown) {
      say(file->message, "memory is short");
      return -1;
    }
    memset(grown + file->capacity, 0, capacity - file->capacity);
    file->bytes = grown;
    file->capacity = capacity;
  }
  memcpy(file->bytes + file->position, data, (size_t)count);
  file->position = end;
  if (end > file->count) file->count = end;
  return count;
}

static toff_t seek(thandle_t handle, toff_t offset, int whence) {
  memory *file = (memory *)handle;
  if (whence == SEEK_SET) file->position = (size_t)offset;
  if (whence == SEEK_CUR) file->position += (size_t)offset;
  if (whence == SEEK_END) file->position = file->count + (size_t)offset;
  return file->position;
}

static int close_file(thandle_t handle) {
  (void)handle;
  return 0;
}

static toff_t size(thandle_t handle) { return ((memory *)handle)->count; }

static int set_tags(TIFF *tiff, const cgeotiff_header *header) {
  const double scale[3] = {header->pixelSize, header->pixelSize, 0};
  const double tiepoint[6] = {0, 0, 0, header->west, header->north, 0};
  int good = TIFFMergeFieldInfo(tiff, fields, sizeof fields / sizeof fields[0]) == 0;
  good &= TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, header->width);
  good &= TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, header->height);
  good &= TIFFSetField(tiff, TIFFTAG_TILEWIDTH, (uint32_t)CGEOTIFF_TILE);
  good &= TIFFSetField(tiff, TIFFTAG_TILELENGTH, (uint32_t)CGEOTIFF_TILE);
  good &= TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 32);
  good &= TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 1);
  good &= TIFFSetField(tiff, TIFFTAG_SAMPLEFORMAT, SAMPLEFORMAT_IEEEFP);
  good &= TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
  good &= TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISBLACK);
  good &= TIFFSetField(tiff, TIFFTAG_COMPRESSION, COMPRESSION_ADOBE_DEFLATE);
  good &= TIFFSetField(tiff, TIFFTAG_PREDICTOR, PREDICTOR_FLOATINGPOINT);
  good &= TIFFSetField(tiff, TIFFTAG_ZIPQUALITY, 4);
  good &= TIFFSetField(tiff, MODEL_PIXEL_SCALE, 3, scale);
  good &= TIFFSetField(tiff, MODEL_TIEPOINT, 6, tiepoint);
  good &= TIFFSetField(tiff, GEO_KEYS, (int)(sizeof geoKeys / sizeof geoKeys[0]), geoKeys);
  if (header->noData) good &= TIFFSetField(tiff, GDAL_NODATA, header->noData);
  if (header->description) good &= TIFFSetField(tiff, TIFFTAG_IMAGEDESCRIPTION, header->description);
  if (header->software) good &= TIFFSetField(tiff, TIFFTAG_SOFTWARE, header->software);
  if (header->metadata) good &= TIFFSetField(tiff, GDAL_METADATA, header->metadata);
  return good;
}

/* A tile past the picture's edge repeats nothing: it is zero there, and readers cut it off. */
static int write_tiles(TIFF *tiff, const cgeotiff_header *header, const float *values) {
  float *tile = malloc(sizeof(float) * CGEOTIFF_TILE * CGEOTIFF_TILE);
  int good = tile != NULL;
  for (uint32_t top = 0; good && top < header->height; top += CGEOTIFF_TILE) {
    for (uint32_t left = 0; good && left < header->width; left += CGEOTIFF_TILE) {
      uint32_t rows = header->height - top < CGEOTIFF_TILE ? header->height - top : CGEOTIFF_TILE;
      uint32_t columns = header->width - left < CGEOTIFF_TILE ? header->width - left : CGEOTIFF_TILE;
      memset(tile, 0, sizeof(float) * CGEOTIFF_TILE * CGEOTIFF_TILE);
      for (uint32_t y = 0; y < rows; y++)
        memcpy(
            tile + (size_t)y * CGEOTIFF_TILE, values + (size_t)(top + y) * header->width + left,
            sizeof(float) * columns);
      good = TIFFWriteEncodedTile(
                 tiff, TIFFComputeTile(tiff, left, top, 0, 0), tile, sizeof(float) * CGEOTIFF_TILE * CGEOTIFF_TILE)
             > 0;
    }
  }
  free(tile);
  return good;
}

int cgeotiff_write(
    const cgeotiff_header *header, const float *values, uint8_t **bytes, size_t *count, char *message) {
  memory file = {0};
  message[0] = 0;
  file.message = message;
  *bytes = NULL;
  *count = 0;
  TIFFOpenOptions *options = TIFFOpenOptionsAlloc();
  if (!options) {
    say(message, "memory is short");
    return 1;
  }
  TIFFOpenOptionsSetErrorHandlerExtR(options, on_error, message);
  TIFFOpenOptionsSetWarningHandlerExtR(options, on_warning, NULL);
  int isBig = (uint64_t)header->width * header->height * sizeof(float) > (uint64_t)3 << 30;
  TIFF *tiff = TIFFClientOpenExt(
      "memory", isBig ? "wl8" : "wl", (thandle_t)&file, read_bytes, write_bytes, seek, close_file, size, NULL, NULL,
      options);
  TIFFOpenOptionsFree(options);
  int good = tiff && set_tags(tiff, header) && write_tiles(tiff, header, values) && TIFFFlush(tiff);
  if (tiff) TIFFClose(tiff);
  good = good && !*message;
  if (!good) say(message, "libtiff failed");
  *bytes = file.bytes;
  *count = file.count;
  return good ? 0 : 1;
}

void cgeotiff_release(uint8_t *bytes) { free(bytes); }
