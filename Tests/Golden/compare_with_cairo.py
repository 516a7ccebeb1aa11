"""Draws Tests/Golden/ink-strokes.scene with cairo and prints how far the golden picture is from it.

Needs numpy and pycairo:  python3 Tests/Golden/compare_with_cairo.py [SCENE]
cairo gives each shape's coverage, drawn eight times as large and averaged, since it samples a pixel's rows at 15 places only; shapes are laid over one another in linear light here, as Wakeprint does, since
cairo itself blends encoded bytes.
"""
import os
import sys

import cairo
import numpy

LARGER = 8
JOINS = {"miter": cairo.LINE_JOIN_MITER, "round": cairo.LINE_JOIN_ROUND, "bevel": cairo.LINE_JOIN_BEVEL}
CAPS = {"butt": cairo.LINE_CAP_BUTT, "round": cairo.LINE_CAP_ROUND, "square": cairo.LINE_CAP_SQUARE}


def linear(byte):
    value = numpy.asarray(byte, dtype=float) / 255
    return numpy.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def encoded(light):
    value = numpy.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
    return numpy.round(value * 255)


def rgb(text):
    return linear([int(text[i : i + 2], 16) for i in (0, 2, 4)])


def trace(context, words):
    index = 0
    while index < len(words):
        verb = words[index]
        count = {"M": 2, "L": 2, "Q": 4, "C": 6, "Z": 0}[verb]
        p = [float(word) for word in words[index + 1 : index + 1 + count]]
        index += 1 + count
        if verb == "M":
            context.move_to(*p)
        elif verb == "L":
            context.line_to(*p)
        elif verb == "C":
            context.curve_to(*p)
        elif verb == "Q":
            x, y = context.get_current_point()
            context.curve_to(
                x + 2 / 3 * (p[0] - x), y + 2 / 3 * (p[1] - y),
                p[2] + 2 / 3 * (p[0] - p[2]), p[3] + 2 / 3 * (p[1] - p[3]), p[2], p[3])
        else:
            context.close_path()


def coverage(line, width, height):
    surface = cairo.ImageSurface(cairo.FORMAT_A8, width * LARGER, height * LARGER)
    context = cairo.Context(surface)
    context.scale(LARGER, LARGER)
    context.set_antialias(cairo.ANTIALIAS_BEST)
    context.set_tolerance(1 / 64)
    words = line.split()
    fields = dict(word.split("=", 1) for word in words[1:] if "=" in word)
    trace(context, [word for word in words[1:] if "=" not in word])
    if words[0] == "fill":
        even_odd = fields.get("rule") == "evenodd"
        context.set_fill_rule(cairo.FILL_RULE_EVEN_ODD if even_odd else cairo.FILL_RULE_WINDING)
        context.fill()
    else:
        context.set_line_width(float(fields["width"]))
        context.set_line_join(JOINS[fields.get("join", "miter")])
        context.set_line_cap(CAPS[fields.get("cap", "butt")])
        context.set_miter_limit(float(fields.get("limit", 4)))
        dashes = [float(length) for length in fields.get("dashes", "").split(",") if length]
        context.set_dash(dashes, float(fields.get("offset", 0)))
        context.stroke()
    surface.flush()
    rows = numpy.frombuffer(surface.get_data(), dtype=numpy.uint8).reshape(-1, surface.get_stride())
    rows = rows[:, : width * LARGER].reshape(height, LARGER, width, LARGER)
    return rows.mean(axis=(1, 3)) / 255.0, rgb(fields["color"]), float(fields.get("alpha", 1))


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    scene = sys.argv[1] if len(sys.argv) > 1 else os.path.join(here, "ink-strokes.scene")
    lines = [line for line in open(scene).read().splitlines() if not line.startswith("#")]
    _, width, height, background = lines[0].split()
    width, height = int(width), int(height)
    with open(scene.replace(".scene", ".pam"), "rb") as file:
        golden = file.read().split(b"ENDHDR\n", 1)[1]
    golden = numpy.frombuffer(golden, dtype=numpy.uint8).reshape(height, width, 4)[:, :, :3]

    light = numpy.empty((height, width, 3))
    light[:] = rgb(background)
    for line in lines[1:]:
        mask, color, alpha = coverage(line, width, height)
        weight = (mask * alpha)[:, :, None]
        light = light * (1 - weight) + color * weight

    bytes_apart = numpy.abs(encoded(light) - golden)
    light_apart = numpy.abs(light - linear(golden)) * 255
    inked = numpy.any(bytes_apart > 0, axis=2) | numpy.any(golden != golden[0, 0], axis=2)
    y, x, _ = numpy.unravel_index(light_apart.argmax(), light_apart.shape)
    print(f"cairo {cairo.cairo_version_string()}, {width} x {height}, {inked.sum()} inked pixels")
    print(f"linear light, 255ths: largest {light_apart.max():.1f} at ({x}, {y}), mean {light_apart[inked].mean():.3f}")
    print(f"encoded bytes:        largest {bytes_apart.max():.0f}, mean {bytes_apart[inked].mean():.3f}")
    worst = numpy.argwhere(light_apart.max(axis=2) > 8)
    print(f"pixels more than 8/255 of light apart: {len(worst)}")
    for row, column in worst[:20]:
        print(f"  ({column}, {row}): {light_apart[row, column].max():.1f}")


if __name__ == "__main__":
    main()
