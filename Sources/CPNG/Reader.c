#include "CPNG.h"
#include "Message.h"

#include <png.h>
#include <stdlib.h>
#include <string.h>

/* Everything that must survive a longjmp lives here, not in a function's variables. */
typedef struct {
  const uint8_t *bytes;
  size_t count, position;
  png_structp png;
  png_infop info;
  png_bytepp rows;
  char *message;
} reader;

static void fail(png_structp png, png_const_charp text) {
  reader *state = png_get_error_ptr(png);
  cpng_say(state->message, text);
  png_longjmp(png, 1);
}

static void take(png_structp png, png_bytep data, size_t count) {
  reader *state = png_get_io_ptr(png);
  if (count > state->count - state->position) png_error(png, "the file ends too early");
  memcpy(data, state->bytes + state->position, count);
  state->position += count;
}

static char *copy_text(png_structp png, const char *text) {
  char *copy = strdup(text);
  if (!copy) png_error(png, "memory is short");
  return copy;
}

static void read_text(reader *state, cpng_picture *picture) {
  png_textp texts = NULL;
  int count = 0;
  png_get_text(state->png, state->info, &texts, &count);
  for (int i = 0; i < count; i++) {
    char **place = NULL;
    if (!strcmp(texts[i].key, "Title")) place = &picture->title;
    if (!strcmp(texts[i].key, "Source")) place = &picture->source;
    if (!strcmp(texts[i].key, "Software")) place = &picture->software;
    if (!strcmp(texts[i].key, "wakeprint")) place = &picture->provenance;
    if (place && !*place && texts[i].text) *place = copy_text(state->png, texts[i].text);
  }
}

static void read_header(reader *state, cpng_picture *picture) {
  png_structp png = state->png;
  png_infop info = state->info;
  picture->width = png_get_image_width(png, info);
  picture->height = png_get_image_height(png, info);
  picture->bitDepth = png_get_bit_depth(png, info);
  picture->colorType = png_get_color_type(png, info);
  int intent = 0;
  picture->hasSRGB = png_get_sRGB(png, info, &intent) != 0;
  png_colorp palette = NULL;
  int colors = 0;
  if (png_get_PLTE(png, info, &palette, &colors)) picture->paletteCount = colors;
}

static void read_pixels(reader *state, cpng_picture *picture) {
  png_structp png = state->png;
  png_set_expand(png);
  png_set_scale_16(png);
  png_set_gray_to_rgb(png);
  png_set_add_alpha(png, 0xff, PNG_FILLER_AFTER);
  png_set_interlace_handling(png);
  png_read_update_info(png, state->info);
  size_t rowBytes = (size_t)picture->width * 4;
  if (png_get_rowbytes(png, state->info) != rowBytes) png_error(png, "the rows have an unexpected length");
  /* Zeroed, so that what is given back never depends on what memory held before. */
  picture->pixels = calloc(picture->height, rowBytes);
  state->rows = malloc(sizeof(png_bytep) * picture->height);
  if (!picture->pixels || !state->rows) png_error(png, "memory is short");
  for (uint32_t y = 0; y < picture->height; y++) state->rows[y] = picture->pixels + y * rowBytes;
  png_read_image(png, state->rows);
}

static void read_all(reader *state, uint64_t pixelLimit, cpng_picture *picture) {
  png_structp png = state->png;
  png_set_read_fn(png, state, take);
  png_set_crc_action(png, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
  png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
  /* libpng clears as much memory as a chunk says it needs before it looks whether the file has so much; it only warns of
     more than the limit while such errors count as benign. */
  png_set_benign_errors(png, 0);
  png_set_chunk_malloc_max(png, state->count > 65536 ? state->count : 65536);
  png_read_info(png, state->info);
  read_header(state, picture);
  if ((uint64_t)picture->width * picture->height > pixelLimit) png_error(png, "the picture has too many pixels");
  read_pixels(state, picture);
  png_read_end(png, state->info);
  read_text(state, picture);
  png_uint_32 x = 0, y = 0;
  int unit = 0;
  if (png_get_pHYs(png, state->info, &x, &y, &unit) && unit == PNG_RESOLUTION_METER && x == y)
    picture->pixelsPerMetre = x;
}

int cpng_read(const uint8_t *bytes, size_t count, uint64_t pixelLimit, cpng_picture *picture, char *message) {
  memset(picture, 0, sizeof *picture);
  reader *state = calloc(1, sizeof *state);
  if (!state) {
    cpng_say(message, "memory is short");
    return 1;
  }
  state->bytes = bytes;
  state->count = count;
  state->message = message;
  volatile int failed = 1;
  state->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, state, fail, cpng_ignore_warning);
  state->info = state->png ? png_create_info_struct(state->png) : NULL;
  if (!state->info) {
    cpng_say(message, "memory is short");
  } else if (!setjmp(png_jmpbuf(state->png))) {
    read_all(state, pixelLimit, picture);
    failed = 0;
  }
  if (state->png) png_destroy_read_struct(&state->png, state->info ? &state->info : NULL, NULL);
  free(state->rows);
  free(state);
  return failed;
}

void cpng_picture_release(cpng_picture *picture) {
  free(picture->pixels);
  free(picture->title);
  free(picture->source);
  free(picture->software);
  free(picture->provenance);
  memset(picture, 0, sizeof *picture);
}
