"""The stretches of tokens that are no quantities as a whole: what has the shape of none, and date expressions.

Of dates only those matter in which a numeral may stand. No date expression goes past a word that is in none, so that
the text around a numeral up to such words on both sides is all that the grammar of dates must see.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from newsutils.dates.expressions import find_expressions
from newsutils.dates.grammar import EMPTY_CLASSES
from newsutils.dates.lexicon import lexicon as date_lexicon
from newsutils.numbers.lookalikes import Lookalike
from newsutils.numbers.shapes import Shape, find_shapes
from newsutils.numbers.tokens import Tokens, folded_words

_ROMAN_DIGITS = frozenset("XVIХІ")
_DATE_MARKS = frozenset("-/:'’")
YEAR_DIGITS = 4


def find_blocks(tokens: Tokens, numerals: Sequence[int], lang: str) -> Iterator[Lookalike]:
    """Shapes and date expressions as ranges of tokens, in order; of two that overlap the first stays whole.

    A text of one token is no date: nothing says that "2000" alone is a year.

    Args:
        tokens: the text.
        numerals: the tokens at which a numeral may start, in order.
        lang: primary language subtag.
    """
    starts = tokens.starts
    if not numerals or len(starts) < 2:
        return
    shapes = find_shapes(tokens.text[starts[0] : tokens.ends[-1]])
    spans = [Shape(start + starts[0], end + starts[0], kind) for start, end, kind in shapes]
    ranges = (range(bisect_left(starts, span.start), bisect_left(starts, span.end)) for span in spans)
    shaped = {index: part.start for part in ranges for index in part}
    spans += _dates(tokens, numerals, shaped, lang)
    end = 0
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        first, last = max(bisect_left(starts, span.start), end), bisect_left(starts, span.end)
        if first < last:
            yield Lookalike(first, last, span.kind)
            end = last


def _dates(tokens: Tokens, numerals: Sequence[int], shaped: Mapping[int, int], lang: str) -> Iterator[Shape]:
    """The date expressions around numerals, left to right; ``shaped`` has the first token of the shape of a token."""
    starts, known, telling = tokens.starts, _vocabulary(lang), _telling_words(lang)
    past = -1
    for index in numerals:
        if index <= past:
            continue
        first, past = _edge(tokens, index, -1, known), _edge(tokens, index, 1, known)
        hints = {shaped.get(near, near) for near in range(first + 1, past) if _hints(tokens, near, telling)}
        if len(hints) < 2 and hints <= shaped.keys():  # two shapes may be one expression: "11:30 on 1/1/2015"
            continue
        shift = starts[max(first, 0)]
        # A word more: whether "Sun" is a day is told by the digits after "Sun Oct".
        text = tokens.text[shift : tokens.ends[min(past + 2, len(starts) - 1)]]
        for found in find_expressions(text, lang):
            if past < len(starts) and found.start + shift >= starts[past]:
                break
            last = bisect_left(starts, found.end + shift) - 1
            if last not in shaped or shaped.get(last + 1) != shaped[last]:  # not "the 1986" of "the 1986/87 season"
                yield Shape(found.start + shift, found.end + shift, found.kind)


def _edge(tokens: Tokens, index: int, step: int, known: frozenset[str]) -> int:
    """The next word to one side that is in no date expression, or the index beyond the first or last token."""
    words, end = tokens.words, len(tokens.words) if step > 0 else -1
    index += step
    while index != end and not _is_beyond(tokens, index, words[index], known):
        index += step
    return index


def _is_beyond(tokens: Tokens, index: int, word: str, known: frozenset[str]) -> bool:
    """Whether a token is a word that no date expression holds: with blanks around it, unlike the "h" of "21h30"."""
    if word in known or not word[0].isalpha() or tokens.raw[index][0] in _ROMAN_DIGITS:
        return False
    return tokens.gap(index).isspace() and tokens.gap(index + 1).isspace()


def _hints(tokens: Tokens, index: int, telling: frozenset[str]) -> bool:
    """Whether a token near a numeral may make it a date: "May", "1998", the slash of "3/4", the "h" of "21h30"."""
    word = tokens.words[index]
    if word[0].isdecimal():
        year = len(word) == YEAR_DIGITS and word.isdecimal()
        dotted = "." in (word[-3:-2], word[-5:-4])  # 7.30 and 30.7.1998
        return year or dotted or (tokens.glued(index + 1) and tokens.words[index + 1][0].isalpha())
    joins = word in _DATE_MARKS and tokens.glued(index + 1) and tokens.words[index + 1][0].isdecimal()
    return joins or word in telling


@cache
def _vocabulary(lang: str) -> frozenset[str]:
    """The words of date expressions, folded."""
    return frozenset(word for form in date_lexicon(lang).words for word in folded_words(form))


@cache
def _telling_words(lang: str) -> frozenset[str]:
    """One word of each phrase, but of those that no expression is made of alone, such as "of the"."""
    forms = [(folded_words(form), word.kind in EMPTY_CLASSES) for form, word in date_lexicon(lang).words.items()]
    single = {form[0] for form, empty in forms if empty and len(form) == 1}
    return frozenset(
        max(form, key=lambda word: (word[0].isalpha(), word not in single)) for form, empty in forms if not empty
    )
