"""The encoding of a page, found out from its bytes and from what it says about itself.

In order: a byte order mark; valid UTF-8, which other encodings hardly ever are by chance; the charset of the HTTP
header, then of the page's own ``<meta>`` or ``<?xml`` declaration (names as the WHATWG Encoding Standard reads them);
and for bytes that say nothing, the legacy encoding in which they read as letters of one script, Windows-1252 if there
is none.
"""

import codecs
import re
from functools import cache
from importlib.resources import files

from newsutils.record import RecordError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{2,40})", re.I
)
_CHARSET = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{2,40})", re.I)
_MEANT = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
}
_HEAD = 4096
_SAMPLE = 20_000
_BROKEN_SHARE = 0.01
_LETTERS_SHARE = 0.9
# Letters outside ASCII stand alone in Latin scripts, and make whole words in others.
_HIGH_RUNS = re.compile(rb"[\x80-\xff]{3,}")
_RUNS_SHARE = 0.5


def decode(data: bytes, content_type: str = "") -> str:
    """The text of a page.

    Args:
        data: the page as it came.
        content_type: the HTTP header of that name, if there is one.

    Raises:
        RecordError: the bytes are no text.
    """
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace")
    if b"\0" in data[:_SAMPLE]:
        return data.decode(_wide(data), "replace")
    text = _as_utf8(data)
    if text is not None:
        return text
    codec = _declared(data, content_type) or _guess(data[:_SAMPLE])
    return data.decode(codec, "replace")


def _wide(data: bytes) -> str:
    """The byte order of UTF-16 without a mark, where every other byte of Latin text is zero."""
    sample = data[:_SAMPLE]
    for first, codec in ((1, "utf-16-le"), (0, "utf-16-be")):
        if sample[first::2].count(0) > 0.4 * len(sample[first::2]) > 10 * sample[1 - first :: 2].count(0):
            return codec
    raise RecordError("not text: it holds zero bytes")


def _as_utf8(data: bytes) -> str | None:
    """The text if it is UTF-8, all but a few broken characters; ISO-2022-JP, which looks like ASCII, apart."""
    if b"\x1b$" in data[:_SAMPLE]:
        return None
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    if broken == 0 or broken <= _BROKEN_SHARE * (len(data) - len(text)):
        return text
    return None


def _declared(data: bytes, content_type: str) -> str | None:
    """The codec that the header or the page names, if Python knows it."""
    if b"\x1b$" in data[:_SAMPLE]:
        return "iso2022_jp"
    header = _CHARSET.search(content_type)
    meta = _DECLARED.search(data, 0, _HEAD)
    for name in (header[1] if header else None, meta[1].decode("ascii", "replace") if meta else None):
        codec = _codec(name) if name else None
        if codec is not None:
            return codec
    return None


def _codec(name: str) -> str | None:
    try:
        known = codecs.lookup(name)
    except LookupError:
        return None
    # Text encodings only; and UTF-8 was tried before.
    if not getattr(known, "_is_text_encoding", True) or known.name in ("utf-8", "utf-7"):
        return None
    return _MEANT.get(known.name, known.name)


def _guess(sample: bytes) -> str:
    """The legacy encoding that makes the most of the sample's high bytes letters of its script."""
    high = len(sample.translate(None, bytes(range(128))))
    if sum(map(len, _HIGH_RUNS.findall(sample))) < _RUNS_SHARE * high:
        return "cp1252"
    scored = [
        (_share(sample, codec, common, rare), -rank, codec) for rank, (codec, common, rare) in enumerate(_legacy())
    ]
    share, _, codec = max(scored)
    return codec if share >= _LETTERS_SHARE else "cp1252"


def _share(sample: bytes, codec: str, common: frozenset[str], rare: frozenset[str]) -> float:
    """The share of letters of the script among the non-ASCII characters; rarer ranges count for less."""
    text = sample.decode(codec, "ignore")
    others = [char for char in text if char > "\x7f" and char not in "“”«»„’—–…、。，「」（）·°№ "]
    if not others or len(sample) - len(text.encode(codec, "ignore")) > _BROKEN_SHARE * len(sample):
        return 0.0
    return sum(1.0 if char in common else 0.9 if char in rare else 0.0 for char in others) / len(others)


@cache
def _legacy() -> list[tuple[str, frozenset[str], frozenset[str]]]:
    """Codec, its most frequent letters, its other letters."""
    table = (files(__package__) / "data" / "legacy_encodings.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    return [(codec, _characters(common), _characters(rare)) for codec, common, rare in rows]


def _characters(ranges: str) -> frozenset[str]:
    return frozenset(char for stretch in ranges.split() for char in _range(stretch))


def _range(stretch: str) -> str:
    """The characters of ``0430-044f``, or of the lead bytes ``gb2312:b0-d7``."""
    codec, _, bounds = stretch.rpartition(":")
    first, last = (int(bound, 16) for bound in bounds.split("-"))
    if not codec:
        return "".join(map(chr, range(first, last + 1)))
    pairs = (bytes((lead, trail)) for lead in range(first, last + 1) for trail in range(0x40, 0xFF))
    return "".join(pair.decode(codec, "ignore") for pair in pairs)
