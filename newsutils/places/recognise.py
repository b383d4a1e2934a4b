"""Which spans of a text are mentions of places."""

import unicodedata
from collections.abc import Collection, Sequence

from newsutils.places.gazetteer.union import Gazetteers
from newsutils.places.grammar import find_built_names
from newsutils.places.lexicon import classes_of
from newsutils.places.listed import is_listed_place
from newsutils.places.matching import ARTICLES, find_matches
from newsutils.places.mention import Mention
from newsutils.places.names import name_key, token_key
from newsutils.places.tagger import Tagged, trained_tagger
from newsutils.places.tokens import Tokens, is_hyphen

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
        tagged = trained_tagger().tag(tokens.words, matches, gazetteers)
        margins = {
            (_with_article(tokens.words, one.first), one.last): one.margin
            for one in tagged
            if not _is_agency(tokens.words, one, gazetteers)
        }
        listed = [match for match in listed if not _is_latin(tokens.words[match.first])]
    found = merge(list(margins), [(match.first, match.last) for match in listed])
    spans = merge(find_built_names(tokens), found)
    return [_mention(text, tokens, span, margins.get(span)) for span in spans]


def _with_article(words: Sequence[str], first: int) -> int:
    """Where a name starts with the article that is joined to it, as in al-Panorama."""
    joined = first > 1 and is_hyphen(words[first - 1]) and words[first - 2].lower() in ARTICLES
    return first - 2 if joined else first


def _is_agency(words: Sequence[str], tagged: Tagged, gazetteers: Gazetteers) -> bool:
    """Whether a name is an agency's short one that some town bears by chance: SANA is not Sanaa."""
    word = words[tagged.first]
    if tagged.last - tagged.first > 1 or not word.isupper() or "agency" not in classes_of(word.lower()):
        return False
    return all(entry.kind == "town" for entry in gazetteers.find(token_key(word))[:1])


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
