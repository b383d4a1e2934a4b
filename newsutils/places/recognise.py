"""Which spans of a text are mentions of places."""

from collections.abc import Collection, Sequence

from newsutils.places.gazetteer.union import Gazetteers
from newsutils.places.grammar import find_built_names
from newsutils.places.listed import find_listed
from newsutils.places.mention import Mention
from newsutils.places.names import name_key
from newsutils.places.tokens import Tokens


def recognise(text: str, tokens: Tokens, gazetteers: Gazetteers) -> list[Mention]:
    """The mentions of a text in their order; none overlaps another."""
    listed = [(match.first, match.last) for match in find_listed(tokens, gazetteers)]
    spans = merge(find_built_names(tokens), listed)
    return [_mention(text, tokens, first, last) for first, last in spans]


def merge(preferred: Collection[tuple[int, int]], others: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The preferred spans and those of the others that touch none of them, in order."""
    taken = {at for first, last in preferred for at in range(first, last)}
    free = [(first, last) for first, last in others if not taken.intersection(range(first, last))]
    return sorted([*preferred, *free])


def _mention(text: str, tokens: Tokens, first: int, last: int) -> Mention:
    start, end = tokens.starts[first], tokens.ends[last - 1]
    return Mention(first, last, start, end, name_key(text[start:end]))
