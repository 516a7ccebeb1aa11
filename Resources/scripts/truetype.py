"""Reads which letters a TrueType font has and how wide they are, after the OpenType specification; standard library only."""

import struct


class Letters:
    """The letters of a font with a character map of format 4, its widths in ems."""

    def __init__(self, path):
        data = path.read_bytes()
        tables = {}
        for index in range(struct.unpack_from(">H", data, 4)[0]):
            tag, _, offset, _ = struct.unpack_from(">4sIII", data, 12 + 16 * index)
            tables[tag] = offset
        self.em = struct.unpack_from(">H", data, tables[b"head"] + 18)[0]
        metrics = struct.unpack_from(">H", data, tables[b"hhea"] + 34)[0]
        self.advances = [struct.unpack_from(">H", data, tables[b"hmtx"] + 4 * glyph)[0] for glyph in range(metrics)]
        self.glyphs = self.character_map(data, tables[b"cmap"])

    def has(self, letter):
        return ord(letter) in self.glyphs

    def width(self, text):
        """The sum of the letters' advances, without kerning, in ems."""
        last = len(self.advances) - 1
        return sum(self.advances[min(self.glyphs[ord(letter)], last)] for letter in text) / self.em

    @staticmethod
    def character_map(data, start):
        for index in range(struct.unpack_from(">H", data, start + 2)[0]):
            platform, encoding, offset = struct.unpack_from(">HHI", data, start + 4 + 8 * index)
            at = start + offset
            if (platform, encoding) == (3, 1) and struct.unpack_from(">H", data, at)[0] == 4:
                break
        else:
            raise SystemExit("the font has no character map of format 4")
        count = struct.unpack_from(">H", data, at + 6)[0] // 2
        ends, starts, deltas, offsets = (
            struct.unpack_from(f">{count}H", data, at + 14 + 2 * (row * count + (row > 0))) for row in range(4))
        result = {}
        for segment in range(count):
            for code in range(starts[segment], ends[segment] + 1):
                glyph = code
                if offsets[segment]:
                    place = at + 16 + 2 * (3 * count + segment) + offsets[segment] + 2 * (code - starts[segment])
                    glyph = struct.unpack_from(">H", data, place)[0]
                    if glyph == 0:
                        continue
                glyph = glyph + deltas[segment] & 0xFFFF
                if glyph:
                    result[code] = glyph
        return result
