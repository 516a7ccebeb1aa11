#include "CPNG.h"
#include "Message.h"

#include <limits.h>
#include <zlib.h>

size_t cpng_band_bound(size_t filteredCount) {
  /* compressBound's formula, and room for the flush. */
  return filteredCount + (filteredCount >> 12) + (filteredCount >> 14) + (filteredCount >> 25) + 64;
}

int cpng_deflate_band(
    const uint8_t *rows, size_t rowBytes, size_t rowCount, int level, int isLast, uint8_t *output, size_t capacity,
    size_t *written, uint32_t *adler, char *message) {
  static const uint8_t noFilter = 0;
  z_stream stream = {0};
  *written = 0;
  *adler = 1;
  if (rowBytes > UINT_MAX || capacity > UINT_MAX) {
    cpng_say(message, "a row is too long");
    return 1;
  }
  if (deflateInit2(&stream, level, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
    cpng_say(message, "memory is short");
    return 1;
  }
  stream.next_out = output;
  stream.avail_out = (uInt)capacity;
  uLong sum = 1;
  int status = Z_OK;
  for (size_t row = 0; row < rowCount && status == Z_OK; row++) {
    const uint8_t *bytes = rows + row * rowBytes;
    sum = adler32(sum, &noFilter, 1);
    sum = adler32(sum, bytes, (uInt)rowBytes);
    stream.next_in = (Bytef *)&noFilter;
    stream.avail_in = 1;
    status = deflate(&stream, Z_NO_FLUSH);
    if (status != Z_OK) break;
    stream.next_in = (Bytef *)bytes;
    stream.avail_in = (uInt)rowBytes;
    status = deflate(&stream, Z_NO_FLUSH);
    if (stream.avail_in) status = Z_BUF_ERROR;
  }
  int done = 0;
  if (status == Z_OK) {
    status = deflate(&stream, isLast ? Z_FINISH : Z_SYNC_FLUSH);
    done = isLast ? status == Z_STREAM_END : status == Z_OK && stream.avail_out > 0;
  }
  *written = stream.total_out;
  *adler = (uint32_t)sum;
  deflateEnd(&stream);
  if (done) return 0;
  cpng_say(message, "a band does not compress into its room");
  return 1;
}

uint32_t cpng_adler_combine(uint32_t first, uint32_t second, size_t count) {
  return (uint32_t)adler32_combine(first, second, (z_off_t)count);
}
