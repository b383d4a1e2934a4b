"""Which spans of a text are mentions of places."""

import unicodedata
from collections.abc import Collection, Sequence

from newsutils.places.gazetteer.union import Gazetteers
from newsutils.places.grammar import find_built_names
from newsutils.places.listed import is_listed_place
from newsutils.places.matching import find_matches
from newsutils.places.mention import Mention
from newsutils.places.names import name_key
from newsutils.places.tagger import trained_tagger
from newsutils.places.tokens import Tokens

TAGGED_LANGUAGES = frozenset(["", "en"])


def recognise(text: str, tokens: Tokens, gazetteers: Gazetteers, lang: str) -> list[Mention]:
    """The mentions of a text in their order; none overlaps another.

    In English, and where the language is not known, the tagger finds names in Latin letters; elsewhere the gazetteer
    alone does.
    """
    matches = find_matches(tokens, gazetteers)
    listed = [match for match in matches if is_listed_place(tokens.words, match, gazetteers)]
    margins: dict[tuple[int, int], float] = {}
    if lang in TAGGED_LANGUAGES:
        margins = {(one.first, one.last): one.margin for one in trained_tagger().tag(tokens.words, matches, gazetteers)}
        listed = [match for match in listed if not _is_latin(tokens.words[match.first])]
    found = merge(list(margins), [(match.first, match.last) for match in listed])
    spans = merge(find_built_names(tokens), found)
    return [_mention(text, tokens, span, margins.get(span)) for span in spans]


def _is_latin(word: str) -> bool:
    return unicodedata.name(word[0], "").startswith("LATIN")


def merge(preferred: Collection[tuple[int, int]], others: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The preferred spans and those of the others that touch none of them, in order."""
    taken = {at for first, last in preferred for at in range(first, last)}
    free = [(first, last) for first, last in others if not taken.intersection(range(first, last))]
    return sorted([*preferred, *free])


def _mention(text: str, tokens: Tokens, span: tuple[int, int], margin: float | None) -> Mention:
    first, last = span
    start, end = tokens.starts[first], tokens.ends[last - 1]
    return Mention(first, last, start, end, name_key(text[start:end]), margin)
