/* PNG through libpng, for Swift.

   libpng reports an error by longjmp, which must never cross a Swift frame. Each function here therefore owns its
   setjmp, calls nothing in Swift, and comes back with 0 or with another number and a message (never empty, always
   ended by a zero byte). No pointer given to a function is kept after its return. */
#ifndef WAKEPRINT_CPNG_H
#define WAKEPRINT_CPNG_H

#include <stddef.h>
#include <stdint.h>

/* Size of a message buffer in bytes, its ending zero included. */
#define CPNG_MESSAGE_SIZE 160

/* What stands before the image data. */
typedef struct {
  uint32_t width, height;
  int bitDepth;  /* 1, 2, 4, 8 */
  int colorType; /* IHDR's: 2 RGB, 3 palette, 6 RGB and alpha */
  uint32_t pixelsPerMetre; /* 0: no pHYs */
  const uint8_t *palette;  /* RGBA, four bytes an entry; colour type 3 only */
  int paletteCount;        /* 1...256 */
} cpng_header;

/* A PNG that grows in memory, from which what has been taken away may be dropped. */
typedef struct cpng_writer cpng_writer;

/* NULL when memory is short. */
cpng_writer *cpng_writer_create(void);
void cpng_writer_destroy(cpng_writer *writer);

/* A text of UTF-8 under a keyword of 1...79 Latin-1 letters, for the header to write. */
int cpng_writer_text(cpng_writer *writer, const char *keyword, const char *text, char *message);

/* Signature and every chunk before IDAT: IHDR, sRGB (perceptual), PLTE, tRNS, pHYs, iTXt. */
int cpng_writer_header(cpng_writer *writer, const cpng_header *header, char *message);

/* One chunk of a four-letter type, with its length and CRC. */
int cpng_writer_chunk(
    cpng_writer *writer, const char *type, const uint8_t *data, size_t count, char *message);

/* The bytes since the last drop; they belong to the writer. */
const uint8_t *cpng_writer_bytes(const cpng_writer *writer, size_t *count);

/* Forgets the bytes so far, which have been stored elsewhere; what follows them is unchanged. */
void cpng_writer_drop_bytes(cpng_writer *writer);

/* The most bytes that a band of so many filtered bytes can take. */
size_t cpng_band_bound(size_t filteredCount);

/* A band of whole rows, each led by filter type 0, as raw deflate data that ends on a byte: by Z_SYNC_FLUSH, or by the
   stream's end where it is the last. `adler` is the Adler-32 of the filtered bytes. */
int cpng_deflate_band(
    const uint8_t *rows, size_t rowBytes, size_t rowCount, int level, int isLast, uint8_t *output, size_t capacity,
    size_t *written, uint32_t *adler, char *message);

/* Adler-32 of two runs of bytes, one behind the other, the second `count` bytes long. */
uint32_t cpng_adler_combine(uint32_t first, uint32_t second, size_t count);

/* A picture read back. */
typedef struct {
  uint32_t width, height;
  int bitDepth, colorType;  /* as in the file */
  uint32_t pixelsPerMetre;  /* 0: none, or another unit */
  int hasSRGB;              /* sRGB chunk there */
  int paletteCount;         /* 0: no palette */
  uint8_t *pixels;          /* RGBA, four bytes a pixel, rows from the top without padding */
  char *title, *source, *software, *provenance; /* NULL: not there */
} cpng_picture;

/* Reads a whole PNG of at most `pixelLimit` pixels. A wrong checksum or a wrong chunk, even of a kind that could be
   spared, is an error. The picture must be given to `cpng_picture_release` whatever comes back. */
int cpng_read(const uint8_t *bytes, size_t count, uint64_t pixelLimit, cpng_picture *picture, char *message);
void cpng_picture_release(cpng_picture *picture);

#endif
