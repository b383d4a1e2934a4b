"""Step 1, characters: mojibake undone, odd blanks and line ends made plain, invisible characters taken out.

Mojibake (UTF-8 that was read as another encoding) is undone by ``ftfy.fix_encoding`` (R. Speer), line by line and only
where a pair of characters stands that such a misreading leaves behind. ftfy's other repairs are not used: they would
straighten quotation marks, which tell a quotation from an apostrophe.
"""

import re
from collections.abc import Iterator

from newsutils.cleaning.edits import Edit

# U+200C and U+200D stay: they shape Persian and Indic words and join emoji.
_INVISIBLE = "\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
_BLANKS = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_LINE_ENDS = "\r\x0b\x0c\x85\u2028\u2029"
# One class at the head, since the search for a class is several times as fast as that for alternatives.
_ODD = re.compile(f"[{_INVISIBLE}{_CONTROLS}{_BLANKS}{_LINE_ENDS}]\n?")
_IS_BLANK = re.compile(f"[{_BLANKS}]")
_IS_LINE_END = re.compile(f"[{_LINE_ENDS}]")

# What the two bytes of a UTF-8 sequence become in the encodings that it is most often misread as:
# Latin-1 and Windows-1252, Windows-1251, Mac Roman, code page 437.
_CONTINUATION = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_CYRILLIC_CONTINUATION = "\u0400-\u040f\u0450-\u045f\u0490\u0491€‚„…†‡‰‹‘’“”•–—™›\xa0-\xbf"
_LEAD = re.compile("[Â-ôŒœВГРСв‚√Γ├]")
_MAYBE_MOJIBAKE = re.compile(
    f"[Â-ôŒœ][{_CONTINUATION}]|[ВГРСв][{_CYRILLIC_CONTINUATION}]|‚Ä|√[£-¿]|ΓÇ|├[╝ñÂ]|â |Ã ",
)
_LINE = re.compile(r"[^\n]+")
_WHOLE = re.compile(r".+", re.DOTALL)
_NON_ASCII = re.compile(r"[^\x00-\x7f]+")
_NO_SIGN = re.compile(r"[^\x21-\x7e]+")  # a byte of a misread character may have become a blank


def mojibake_edits(text: str) -> Iterator[Edit]:
    """Where text was decoded with the wrong encoding, and what it was before."""
    if text.isascii() or not _LEAD.search(text) or not _MAYBE_MOJIBAKE.search(text):
        return
    for line in _LINE.finditer(text):
        if _MAYBE_MOJIBAKE.search(line[0]):
            yield from _line_edits(line.start(), line[0])


def character_edits(text: str) -> Iterator[Edit]:
    """Blanks and line ends of every kind become a space and a line feed; what is invisible goes."""
    for odd in _ODD.finditer(text):
        at, sign = odd.start(), odd[0][0]
        if _IS_BLANK.match(sign):
            yield Edit(at, at + 1, " ")
        elif _IS_LINE_END.match(sign):
            yield Edit(at, odd.end() if sign == "\r" else at + 1, "\n")
        else:
            yield Edit(at, at + 1)


def _line_edits(start: int, line: str) -> Iterator[Edit]:
    """The edits of one line, each as small as the ASCII characters around it allow: a misreading keeps those."""
    from ftfy import fix_encoding

    fixed = fix_encoding(line)
    if fixed == line:
        return
    between = next((one for one in (_NON_ASCII, _NO_SIGN) if one.split(line) == one.split(fixed)), _WHOLE)
    for match, repaired in zip(between.finditer(line), between.findall(fixed), strict=True):
        if match[0] != repaired:
            yield Edit(start + match.start(), start + match.end(), repaired)
