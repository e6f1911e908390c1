#!/usr/bin/env python3
"""Draws how the stages across reports grow, from the tables that across_bench prints: `growth_picture.py NAME=TABLE.txt ... > growth.svg`.

One panel a table: processor time a report (microseconds) over the number of reports, both on scales of powers of ten. A level line is linear
growth. Below the title the growth exponent: the slope of log(time of all) over log(reports), least squares over the rows.
"""

import math
import sys

WIDTH, HEIGHT, LEFT, TOP, BOTTOM = 420, 300, 60, 50, 45
LINES = [("copies", ["copies"], "#b3541e"), ("stories, settled", ["stories", "regroup"], "#1f5f8b"),
         ("store", ["append", "commit"], "#6b7f3a")]


def rows_of(path):
    """The rows of a table, each a dictionary by column; those behind `opened afresh` are left out."""
    heads, rows = None, []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            words = line.split()
            if "afresh:" in words:
                break
            if words and words[0] == "reports":
                heads = words
            elif heads and words:
                rows.append(dict(zip(heads, map(float, words))))
    return rows


def exponent(rows, columns):
    """Slope of log(processor time up to N) over log(N)."""
    points, spent, before = [], 0.0, 0
    for row in rows:
        spent += sum(row[column] for column in columns) * (row["reports"] - before)
        before = row["reports"]
        points.append((math.log(before), math.log(spent)))
    x, y = (sum(values) / len(points) for values in zip(*points))
    return sum((a - x) * (b - y) for a, b in points) / sum((a - x) ** 2 for a, _ in points)


def panel(name, rows, left, most):
    """The SVG of one table; `most`: the powers of ten that the scales end with."""
    low, high, top = 3, most[0], most[1]

    def place(reports, micros):
        x = left + LEFT + (math.log10(reports) - low) / (high - low) * (WIDTH - LEFT - 20)
        y = HEIGHT - BOTTOM - (math.log10(micros) - 1) / (top - 1) * (HEIGHT - TOP - BOTTOM)
        return f"{x:.1f}", f"{y:.1f}"

    out = [f'<text x="{left + LEFT}" y="18" font-weight="bold">{name}</text>']
    for power in range(1, top + 1):
        _, y = place(10 ** low, 10 ** power)
        out.append(f'<line x1="{left + LEFT}" x2="{left + WIDTH - 20}" y1="{y}" y2="{y}" stroke="#ddd"/>')
        out.append(f'<text x="{left + LEFT - 6}" y="{y}" text-anchor="end" dy="4">{10 ** power:,}</text>')
    for power in range(low, high + 1):
        x, _ = place(10 ** power, 10)
        out.append(f'<text x="{x}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{10 ** power:,}</text>')
    for index, (label, columns, colour) in enumerate(LINES):
        points = " ".join(",".join(place(row["reports"], max(10, sum(row[column] for column in columns)))) for row in rows)
        out.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>')
        told = f"{label}: N^{exponent(rows, columns):.2f}"
        out.append(f'<text x="{left + LEFT + 105 * index}" y="36" fill="{colour}">{told}</text>')
    out.append(f'<text x="{left + WIDTH // 2 + 20}" y="{HEIGHT - 8}" text-anchor="middle">reports in the store</text>')
    return out


def main():
    tables = [(name, rows_of(path)) for name, _, path in (argument.partition("=") for argument in sys.argv[1:])]
    if not tables:
        sys.exit(__doc__)
    every = [row for _, rows in tables for row in rows]
    largest = max(sum(row[column] for column in columns) for row in every for _, columns, _ in LINES)
    most = (math.ceil(math.log10(max(row["reports"] for row in every)) - 0.01), math.ceil(math.log10(largest)))
    print(f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH * len(tables)}" height="{HEIGHT}" font-family="sans-serif" font-size="11">')
    print('<rect width="100%" height="100%" fill="white"/>')
    print(f'<text x="12" y="{HEIGHT // 2}" transform="rotate(-90 12 {HEIGHT // 2})" text-anchor="middle">microseconds a report</text>')
    for index, (name, rows) in enumerate(tables):
        print("\n".join(panel(name, rows, index * WIDTH, most)))
    print("</svg>")


if __name__ == "__main__":
    main()
