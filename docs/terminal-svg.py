#!/usr/bin/env python3
"""Draws the output of a command as an SVG picture of a terminal.

usage: COMMAND --color always | docs/terminal-svg.py "COMMAND as it is shown" > picture.svg
"""
import html
import re
import sys

COLOURS = {"31": "#e06c75", "32": "#98c379", "33": "#e5c07b", "34": "#61afef", "36": "#56b6c2"}
WIDTH, LINE, CHAR, PAD = 108, 18, 8.4, 16


def spans(line):
    """The pieces of a line with the style that each is in."""
    bold = faint = False
    colour = None
    for piece in re.split(r"(\x1b\[\d+m)", line):
        code = re.fullmatch(r"\x1b\[(\d+)m", piece)
        if not code:
            if piece:
                yield piece, bold, faint, colour
        elif code[1] == "1":
            bold = True
        elif code[1] == "2":
            faint = True
        elif code[1] == "22":
            bold = faint = False
        else:
            colour = COLOURS.get(code[1])


def wrap(line):
    """A line cut at the width of the picture, with its styles carried on."""
    out, column = [""], 0
    for piece in re.split(r"(\x1b\[\d+m| )", line):
        if piece.startswith("\x1b"):
            out[-1] += piece
            continue
        if column + len(piece) > WIDTH and piece.strip():
            out.append("    ")
            column = 4
        out[-1] += piece
        column += len(piece)
    return out


lines = ["$ " + sys.argv[1]] + [w for line in sys.stdin.read().rstrip("\n").split("\n") for w in wrap(line)]
height = LINE * len(lines) + 2 * PAD
print(f'<svg xmlns="http://www.w3.org/2000/svg" width="{int(WIDTH * CHAR + 2 * PAD)}" height="{height}" role="img">')
print(f"<title>{html.escape(sys.argv[1])}</title>")
print('<rect width="100%" height="100%" rx="8" fill="#282c34"/>')
print('<g font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="14" fill="#d7dae0" style="white-space:pre">')
for number, line in enumerate(lines):
    row = "".join(
        "<tspan" + (' font-weight="bold"' if bold else "") + (' opacity="0.6"' if faint else "")
        + (f' fill="{colour}"' if colour else "") + ">" + html.escape(text).replace(" ", "\u00a0") + "</tspan>"
        for text, bold, faint, colour in spans(line)
    )
    print(f'<text x="{PAD}" y="{PAD + LINE * (number + 1) - 5}">{row}</text>')
print("</g></svg>")
