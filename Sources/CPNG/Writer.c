#include "CPNG.h"
#include "Message.h"

#include <png.h>
#include <stdlib.h>
#include <string.h>

struct cpng_writer {
  png_structp png;
  png_infop info;
  uint8_t *bytes;
  size_t count, capacity;
  char *message; /* the running call's */
};

static void fail(png_structp png, png_const_charp text) {
  cpng_writer *writer = png_get_error_ptr(png);
  cpng_say(writer->message, text);
  png_longjmp(png, 1);
}

static void append(png_structp png, png_bytep data, size_t count) {
  cpng_writer *writer = png_get_io_ptr(png);
  if (count > SIZE_MAX / 2 - writer->count) png_error(png, "the picture is too large");
  size_t needed = writer->count + count;
  if (needed > writer->capacity) {
    size_t capacity = writer->capacity ? writer->capacity : 1024;
    while (capacity < needed) capacity *= 2;
    uint8_t *grown = realloc(writer->bytes, capacity);
    if (!grown) png_error(png, "memory is short");
    writer->bytes = grown;
    writer->capacity = capacity;
  }
  memcpy(writer->bytes + writer->count, data, count);
  writer->count = needed;
}

static void flush(png_structp png) { (void)png; }

cpng_writer *cpng_writer_create(void) {
  cpng_writer *writer = calloc(1, sizeof *writer);
  if (!writer) return NULL;
  writer->png = png_create_write_struct(PNG_LIBPNG_VER_STRING, writer, fail, cpng_ignore_warning);
  writer->info = writer->png ? png_create_info_struct(writer->png) : NULL;
  if (!writer->info) {
    cpng_writer_destroy(writer);
    return NULL;
  }
  return writer;
}

void cpng_writer_destroy(cpng_writer *writer) {
  if (!writer) return;
  if (writer->png) png_destroy_write_struct(&writer->png, writer->info ? &writer->info : NULL);
  free(writer->bytes);
  free(writer);
}

int cpng_writer_text(cpng_writer *writer, const char *keyword, const char *text, char *message) {
  writer->message = message;
  if (setjmp(png_jmpbuf(writer->png))) return 1;
  png_text entry = {0};
  entry.compression = PNG_ITXT_COMPRESSION_NONE;
  entry.key = (png_charp)keyword;
  entry.text = (png_charp)text;
  entry.lang = (png_charp) "";
  entry.lang_key = (png_charp) "";
  png_set_text(writer->png, writer->info, &entry, 1);
  return 0;
}

int cpng_writer_header(cpng_writer *writer, const cpng_header *header, char *message) {
  png_structp png = writer->png;
  png_infop info = writer->info;
  writer->message = message;
  if (setjmp(png_jmpbuf(png))) return 1;
  png_set_write_fn(png, writer, append, flush);
  png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
  png_set_IHDR(
      png, info, header->width, header->height, header->bitDepth, header->colorType, PNG_INTERLACE_NONE,
      PNG_COMPRESSION_TYPE_BASE, PNG_FILTER_TYPE_BASE);
  png_set_sRGB(png, info, PNG_sRGB_INTENT_PERCEPTUAL);
  if (header->pixelsPerMetre)
    png_set_pHYs(png, info, header->pixelsPerMetre, header->pixelsPerMetre, PNG_RESOLUTION_METER);
  if (header->palette) {
    png_color colors[256];
    png_byte alphas[256];
    int translucent = 0;
    int count = header->paletteCount < 256 ? header->paletteCount : 256;
    for (int i = 0; i < count; i++) {
      const uint8_t *entry = header->palette + 4 * i;
      colors[i] = (png_color){entry[0], entry[1], entry[2]};
      alphas[i] = entry[3];
      if (entry[3] != 255) translucent = i + 1;
    }
    png_set_PLTE(png, info, colors, count);
    if (translucent) png_set_tRNS(png, info, alphas, translucent, NULL);
  }
  png_write_info(png, info);
  return 0;
}

int cpng_writer_chunk(
    cpng_writer *writer, const char *type, const uint8_t *data, size_t count, char *message) {
  writer->message = message;
  if (setjmp(png_jmpbuf(writer->png))) return 1;
  png_write_chunk(writer->png, (png_const_bytep)type, data, count);
  return 0;
}

const uint8_t *cpng_writer_bytes(const cpng_writer *writer, size_t *count) {
  *count = writer->count;
  return writer->bytes;
}

void cpng_writer_drop_bytes(cpng_writer *writer) { writer->count = 0; }
