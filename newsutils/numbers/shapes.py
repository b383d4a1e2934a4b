"""What the characters alone show to be no quantity: addresses of the net, telephone numbers, versions, scores, lists.

Every repeat in it is bounded or stands alone, so that time is linear in the text.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

# Each begins with a literal or a set, which lets the engine skip through the text; digits are looked at one by one.
_NAMES = (
    re.compile(r"https?://\S{1,2000}"),
    re.compile(r"www\.\S{1,2000}"),
    re.compile(r"[@#](?=\d{0,20}[^\W\d])\w{1,100}"),
)
_DIGITS = re.compile(r"[+(\[]|\d+")
_SHAPES = re.compile(
    r"""
    (?P<identifier>
        (?<![\w./])\d{1,4}(?:/\d{1,4}){2,}                 # 1/2/3
      | (?<![\w.,/])(?:24/7|9/11|7/7|50/50|20/20)(?![\w/])
      | (?<![\w.,/])(?:911|999|112)(?=\s(?:call|dispatch|operator|emergenc))
      | (?<![\w.,-])\d{1,9}(?:-\d{1,9}){2,}                # 10-10-10
      | (?<![\w./])\d{2,4}/\d{1,4}/[A-Z]{2,4}(?!\w)         # acts of the European Union: 2003/88/EC
      | (?<!\w)\d+[x×]\d+(?!\w)
      | \d{1,3}(?:\.\d{1,8})?°\s?[NSEW]\b                   # degrees of the map
      | \d{1,3}°\s?\d{1,2}[′'](?:\s?\d{1,2}(?:\.\d+)?[″"])?\s?[NSEW]?
    )
  | (?P<phone>
        (?<![\w+])\+\d{1,3}(?:[ .-]?\(?\d{1,5}\)?){2,6}(?!\w)
      | (?<!\w)\(\d{2,5}\)\ ?\d{2,4}(?:[ .-]\d{2,4}){1,3}(?!\w)
      | (?<![\w.,-])(?:1-)?\d{3}-(?:\d{3}-)?\d{4}(?![\w-])
      | (?<![\w.,-])0\d{1,4}(?:[ -]\d{2,4}){2,4}(?![\w-])
      | (?<![\w.,-])0\d{1,4}[ -]\d{5,8}(?![\w-])
      | (?<![\w.,-])(?=[\d\ ]{3,16}\ \d\d(?!\d))\d{2,3}(?:\ \d{2,3}){3,4}(?![\w-])
    )
  | (?P<date>(?<![\w.,-])(?:1[5-9]|20)\d\d[-–/]\d\d(?![\w-]))    # the season of 2021-22
  | (?P<version>(?<![\w.,])(?!\d{1,3}(?:\.\d{3}){2,8}(?![\d.]))\d{1,4}\.\d{1,4}\.\d{1,4}(?:\.\d{1,4})*(?![\w,]))
  | (?P<score>(?<![\d:.,])(?:\d{1,2}:\d|\d{3}:\d{2,3}|\d\d:\d{3})(?![\d:\w]))
  | (?P<list>(?:(?<=\n)|(?<![\s\S]))\(?\d{1,3}[.)](?=[ \t])|\[\d{1,3}\])
  | (?P<time>(?<![\d:.])\d{1,2}:\d{2}(?::\d{2})?(?:\.\d{1,3})?(?![\w:]))
    """,
    re.VERBOSE,
)


class Shape(NamedTuple):
    """A part of the text that is no quantity: where it stands and what it is."""

    start: int
    end: int
    kind: str


def find_shapes(text: str) -> Iterator[Shape]:
    """The parts of a text whose characters show that they are no quantities; those of one kind left to right."""
    for names in _NAMES:
        yield from (Shape(match.start(), match.end(), "identifier") for match in names.finditer(text))
    end = 0
    for match in _DIGITS.finditer(text):
        shape = _SHAPES.match(text, match.start()) if match.start() >= end else None
        if shape and not (shape.lastgroup == "date" and not _is_season(shape[0])):
            end = shape.end()
            yield Shape(shape.start(), end, str(shape.lastgroup))


def _is_season(span: str) -> bool:
    """Whether the second of two years is the next one: 2021-22."""
    return (int(span[:4]) + 1) % 100 == int(span[-2:])
