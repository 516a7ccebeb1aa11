"""strokes_side_by_side.py WORK ROUNDS WAKEPRINTBENCH: the same lines and rings by Wakeprint, Skia, cairo and Blend2D in turn
on one core, as million segments a second and ratios round by round; then each one's coverage against the exact area."""
import math, os, statistics, subprocess, sys, time

import blend2d, cairo, numpy, skia

work, rounds, bench = sys.argv[1], int(sys.argv[2]), sys.argv[3]
SIDE, SMALL, PASSES = 2048, 128, 3
# Rows at which the exact area is sampled in each pixel; along a row it is exact.
ROWS_A_PIXEL = 256
state = 88_172_645_463_325_252
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def random():
    """xorshift64, as in InkBenchmark.swift."""
    global state
    state = (state ^ state << 13) & (1 << 64) - 1
    state ^= state >> 7
    state = (state ^ state << 17) & (1 << 64) - 1
    return (state >> 11) / (1 << 53)


def lines(count, segments, step, side):
    paths = []
    for _ in range(count):
        x, y, heading = random() * side, random() * side, random() * 6.28
        points = [(x, y)]
        for _ in range(segments):
            heading += (random() - 0.5) * 0.4
            x, y = x + step * math.cos(heading), y + step * math.sin(heading)
            points.append((x, y))
        paths.append(points)
    return paths


def rings(count, corners, radius, side):
    """Star-shaped rings about 2 x radius across, as rough as a coast."""
    paths = []
    for _ in range(count):
        x, y = radius + random() * (side - 2 * radius), radius + random() * (side - 2 * radius)
        points = []
        for corner in range(corners):
            angle, reach = 2 * math.pi * corner / corners, radius * (0.9 + 0.1 * random())
            points.append((x + reach * math.cos(angle), y + reach * math.sin(angle)))
        paths.append(points)
    return paths


class Wakeprint:
    def __init__(self, shapes, width, side, coverage):
        self.side = side
        self.file = f"{work}/shapes_{os.getpid()}"
        header = [width is None, coverage, width or 0, side, len(shapes), len(shapes[0])]
        with open(self.file, "wb") as file:
            file.write(numpy.concatenate([numpy.array(header, float), numpy.array(shapes, float).ravel()]).tobytes())

    def run(self):
        done = subprocess.run([bench, "shapes"], env={**os.environ, "WAKEPRINT_BENCH_SHAPES": self.file}, check=True,
                              capture_output=True, text=True)
        return done.stdout.splitlines()

    def seconds(self):
        return float(self.run()[0])

    def masks(self):
        return [numpy.array(line.split(), float).reshape(self.side, self.side) for line in self.run()]


class Library:
    """Paths are made beforehand; `draw` draws one. Coverage is drawn with round ends, in white on an empty canvas."""

    def __init__(self, shapes, width, side, coverage):
        self.width, self.side, self.round_ends = width, side, coverage
        self.opacity = 1 if coverage else 0.5
        self.paths = [self.path(points) for points in shapes]

    def seconds(self):
        self.open()
        times = []
        for _ in range(PASSES + 1):
            start = time.perf_counter()
            for path in self.paths:
                self.draw(path)
            self.finish()
            times.append(time.perf_counter() - start)
        return min(times[1:])

    def masks(self):
        masks = []
        for path in self.paths:
            self.open()
            self.draw(path)
            self.finish()
            masks.append(self.alpha().astype(float))
        return masks

    def finish(self):
        pass


class Skia(Library):
    def path(self, points):
        builder = skia.Path()
        builder.addPoly([skia.Point(x, y) for x, y in points], self.width is None)
        return builder

    def open(self):
        self.pixels = numpy.zeros((self.side, self.side, 4), numpy.uint8)
        self.surface = skia.Surface(self.pixels)
        self.canvas = self.surface.getCanvas()
        self.paint = skia.Paint(AntiAlias=True, Color=skia.ColorSetARGB(round(self.opacity * 255), 255, 255, 255))
        if self.width is not None:
            self.paint.setStyle(skia.Paint.kStroke_Style)
            self.paint.setStrokeWidth(self.width)
            self.paint.setStrokeJoin(skia.Paint.kRound_Join)
            self.paint.setStrokeCap(skia.Paint.kRound_Cap if self.round_ends else skia.Paint.kButt_Cap)

    def draw(self, path):
        self.canvas.drawPath(path, self.paint)

    def alpha(self):
        return self.pixels[:, :, 3]


class Cairo(Library):
    def path(self, points):
        context = cairo.Context(cairo.ImageSurface(cairo.FORMAT_A8, 1, 1))
        context.move_to(*points[0])
        for point in points[1:]:
            context.line_to(*point)
        if self.width is None:
            context.close_path()
        return context.copy_path()

    def open(self):
        self.surface = cairo.ImageSurface(cairo.FORMAT_ARGB32, self.side, self.side)
        self.context = cairo.Context(self.surface)
        self.context.set_source_rgba(1, 1, 1, self.opacity)
        if self.width is not None:
            self.context.set_line_width(self.width)
            self.context.set_line_join(cairo.LINE_JOIN_ROUND)
            self.context.set_line_cap(cairo.LINE_CAP_ROUND if self.round_ends else cairo.LINE_CAP_BUTT)

    def draw(self, path):
        self.context.append_path(path)
        if self.width is None:
            self.context.fill()
        else:
            self.context.stroke()

    def alpha(self):
        self.surface.flush()
        return numpy.frombuffer(self.surface.get_data(), numpy.uint8).reshape(self.side, self.side, 4)[:, :, 3]


class Blend2D(Library):
    def path(self, points):
        path = blend2d.BLPath()
        path.move_to(*points[0])
        for point in points[1:]:
            path.line_to(*point)
        if self.width is None:
            path.close()
        return path

    def open(self):
        self.image = blend2d.BLImage(self.side, self.side, blend2d.BLFormat.PRGB32)
        self.context = blend2d.BLContext(self.image)
        self.context.clear_all()
        color = (1.0, 1.0, 1.0, float(self.opacity))
        if self.width is None:
            self.context.set_fill_style(color)
        else:
            self.context.set_stroke_style(color)
            self.context.stroke_width = self.width
            self.context.stroke_join = blend2d.BLStrokeJoin.JOIN_ROUND
            caps = blend2d.BLStrokeCap
            self.context.set_stroke_caps(caps.CAP_ROUND if self.round_ends else caps.CAP_BUTT)

    def draw(self, path):
        if self.width is None:
            self.context.fill_path(path)
        else:
            self.context.stroke_path(path)

    def finish(self):
        self.context.flush()

    def alpha(self):
        return self.image.getDataAsNumPy().reshape(self.side, self.side, 4)[:, :, 3]


def add_span(row, left, right):
    """Adds the length of left...right in each pixel of a row."""
    left, right = max(left, 0.0), min(right, float(len(row)))
    if left >= right:
        return
    first, last = int(left), min(int(right), len(row) - 1)
    if first == last:
        row[first] += right - left
    else:
        row[first] += first + 1 - left
        row[first + 1 : last] += 1
        row[last] += right - last


def capsule(a, b, y, radius):
    """Where the row at `y` is within `radius` of the segment from a to b; None where nowhere."""
    (ax, ay), (bx, by) = a, b
    ends = []
    for cx, cy in (a, b):
        if abs(y - cy) < radius:
            half = math.sqrt(radius * radius - (y - cy) ** 2)
            ends += [cx - half, cx + half]
    length = math.hypot(bx - ax, by - ay)
    nx, ny = (ay - by) / length * radius, (bx - ax) / length * radius
    corners = [(ax + nx, ay + ny), (bx + nx, by + ny), (bx - nx, by - ny), (ax - nx, ay - ny)]
    for (px, py), (qx, qy) in zip(corners, corners[1:] + corners[:1]):
        if (py <= y) != (qy <= y):
            ends.append(px + (y - py) / (qy - py) * (qx - px))
    return (min(ends), max(ends)) if ends else None


def exact(points, width, side):
    """Area of each pixel in 255ths: a stroke with round joins and ends is what lies within half its width of the line."""
    mask = numpy.zeros((side, side))
    by_row = [[] for _ in range(side)]
    closed = width is None
    pairs = list(zip(points, points[1:] + points[:1] if closed else points[1:]))
    radius = 0 if closed else width / 2
    for a, b in pairs:
        for row in range(max(0, math.floor(min(a[1], b[1]) - radius)), min(side - 1, math.floor(max(a[1], b[1]) + radius)) + 1):
            by_row[row].append((a, b))
    for row in range(side):
        for sample in range(ROWS_A_PIXEL if by_row[row] else 0):
            y = row + (sample + 0.5) / ROWS_A_PIXEL
            if closed:
                xs = sorted(
                    px + (y - py) / (qy - py) * (qx - px) for (px, py), (qx, qy) in by_row[row] if (py <= y) != (qy <= y))
                spans = list(zip(xs[::2], xs[1::2]))
            else:
                spans = sorted(filter(None, (capsule(a, b, y, radius) for a, b in by_row[row])))
            reach = -math.inf
            for left, right in spans:
                add_span(mask[row], max(left, reach), right)
                reach = max(reach, right)
    return mask * (255 / ROWS_A_PIXEL)


def spread(values):
    return f"{statistics.median(values):.2f} ({min(values):.2f}-{max(values):.2f})"


DRAWERS = {"Wakeprint": Wakeprint, "Skia": Skia, "cairo": Cairo, "Blend2D": Blend2D}
print(f"--- one core, {rounds} rounds in turn, {SIDE} x {SIDE}, the best of {PASSES} passes after one untimed; "
      f"cairo {cairo.cairo_version_string()}, Skia {skia.__version__}, Blend2D {'.'.join(map(str, blend2d.BL_VERSION))}")
WORKS = {
    "strokes of 1 pixel, 4-pixel segments": (lines(1000, 1000, 4, SIDE), 1.0),
    "strokes of 2 pixels, 4-pixel segments": (lines(1000, 1000, 4, SIDE), 2.0),
    "strokes of 1 pixel, half-pixel segments": (lines(1000, 1000, 0.5, SIDE), 1.0),
    "strokes of 2 pixels, half-pixel segments": (lines(1000, 1000, 0.5, SIDE), 2.0),
    "fills of 200 rings of 1,000 corners, 300 pixels across": (rings(200, 1000, 150, SIDE), None),
}
for name, (shapes, width) in WORKS.items():
    count = sum(len(points) for points in shapes) / 1e6
    drawers = {who: kind(shapes, width, SIDE, False) for who, kind in DRAWERS.items()}
    rates = {who: [] for who in drawers}
    for _ in range(rounds):
        for who, drawer in drawers.items():
            rates[who].append(count / drawer.seconds())
    print(name)
    for who in rates:
        ratios = [ours / theirs for ours, theirs in zip(rates["Wakeprint"], rates[who])]
        beside = "" if who == "Wakeprint" else f"; Wakeprint {spread(ratios)} times it"
        print(f"  {who}: {spread(rates[who])} million segments/s{beside}")

print(f"--- coverage against the exact area, 255ths, over pixels not wholly in or out ({SMALL} x {SMALL}, round joins and ends)")
SCENES = {
    "strokes of 1 pixel, 4-pixel segments": (lines(12, 25, 4, SMALL), 1.0),
    "strokes of 2 pixels, 4-pixel segments": (lines(12, 25, 4, SMALL), 2.0),
    "strokes of 1 pixel, half-pixel segments": (lines(12, 150, 0.5, SMALL), 1.0),
    "fills of rings of 200 corners": (rings(4, 200, 50, SMALL), None),
}
for name, (shapes, width) in SCENES.items():
    truth = [exact(points, width, SMALL) for points in shapes]
    print(name)
    for who, kind in DRAWERS.items():
        masks = kind(shapes, width, SMALL, True).masks()
        apart = numpy.concatenate([
            numpy.abs(mask - area)[(mask + area > 0) & (mask + area < 509.99)] for mask, area in zip(masks, truth)])
        print(f"  {who}: mean {apart.mean():.3f}, 99 % under {numpy.quantile(apart, 0.99):.1f}, greatest {apart.max():.1f} "
              f"of {len(apart)} pixels")
os.remove(f"{work}/shapes_{os.getpid()}")
