"""What the characters alone show to be no quantity: addresses of the net, telephone numbers, versions, scores, lists.

One pass of one expression; every repeat in it is bounded or stands alone, so that time is linear in the text.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_SHAPES = re.compile(
    r"""
    (?P<identifier>
        (?:https?://|www\.)\S{1,2000}                       # addresses of the net
      | (?<!\w)[@\#]\w{1,100}
      | (?<![\w.])\d{1,4}(?:/\d{1,4}){2,}(?![\w])           # 1/2/3
      | (?<![\w.,/])(?:24/7|9/11|7/7|50/50|20/20|360/365)(?![\w/])
      | (?<![\w.,])\d{1,5}(?:-\d{1,6}){2,}(?![\w-])         # 10-10-10
      | (?<!\w)\d+[x×]\d+(?!\w)
      | \d{1,3}°\s?\d{1,2}[′'](?:\s?\d{1,2}(?:\.\d+)?[″"])?\s?[NSEW]?   # degrees of the map
    )
  | (?P<phone>
        (?<![\w+])\+\d{1,3}(?:[ .-]?\(?\d{1,5}\)?){2,6}(?!\w)
      | (?<!\w)\(\d{2,5}\)\ ?\d{2,4}(?:[ .-]\d{2,4}){1,3}(?!\w)
      | (?<![\w.,-])(?:1-)?\d{3}-(?:\d{3}-)?\d{4}(?![\w-])
      | (?<![\w.,-])0\d{1,4}(?:[ -]\d{2,4}){2,4}(?![\w-])
      | (?<![\w.,-])0\d{2,4}[ -]\d{5,8}(?![\w-])
    )
  | (?P<version>(?<![\w.,])(?!\d{1,3}(?:\.\d{3}){2,8}(?![\d.]))\d{1,4}\.\d{1,4}\.\d{1,4}(?:\.\d{1,4})*(?![\w,]))
  | (?P<score>(?<![\d:.,])\d{1,2}:\d(?![\d:\w]))
  | (?P<list>^[ \t]{0,8}\(?\d{1,3}[.)](?=[ \t])|\[\d{1,3}\])
  | (?P<time>(?<![\d:.])\d{1,2}:\d{2}(?::\d{2})?(?:\.\d{1,3})?(?![\w:]))
    """,
    re.VERBOSE | re.MULTILINE,
)


class Shape(NamedTuple):
    """A part of the text that is no quantity: where it stands and what it is."""

    start: int
    end: int
    kind: str


def find_shapes(text: str) -> Iterator[Shape]:
    """The parts of a text whose characters show that they are no quantities, left to right."""
    for match in _SHAPES.finditer(text):
        yield Shape(match.start(), match.end(), str(match.lastgroup))
