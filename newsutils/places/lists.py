"""Names that the user wants found, or does not."""

from collections.abc import Iterable, Sequence

from newsutils.places.inflection import KNOWN
from newsutils.places.matching import MOST_WORDS, find_matches
from newsutils.places.mention import Mention
from newsutils.places.names import name_key
from newsutils.places.recognise import merge
from newsutils.places.tokens import Tokens


class NameList:
    """Names by their keys: exact but for case, accents, apostrophes and hyphens.

    Args:
        names: the names, of up to six words each.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._keys = frozenset(map(name_key, names)) - {""}
        self._starts = {key[: at + 1] for key in self._keys for at, letter in enumerate(key) if letter == " "}

    def __contains__(self, key: str) -> bool:
        return key in self._keys

    def keys_at_start(self, text: str) -> list[str]:
        """The keys that `text` starts with, the shortest first."""
        words = text.split(" ", MOST_WORDS)[:MOST_WORDS]
        starts = (" ".join(words[:count]) for count in range(1, len(words) + 1))
        return [start for start in starts if start in self._keys] if self._keys else []

    def has_start(self, text: str) -> bool:
        """Whether some key starts with `text`, which ends with the space after a word."""
        return text in self._starts

    def weight(self, key: str) -> int:
        """All names of a list weigh the same, as much as a place that is known well enough."""
        return KNOWN if key in self._keys else 0

    def spans(self, tokens: Tokens) -> list[tuple[int, int]]:
        """Where the names stand in a text: the longest from each capital, or letter without case."""
        return [(match.first, match.last) for match in find_matches(tokens, self)] if self._keys else []


def forced(text: str, tokens: Tokens, mentions: Sequence[Mention], spans: Sequence[tuple[int, int]]) -> list[Mention]:
    """The mentions and the spans that are forced upon them; of two that touch the forced one stays."""
    if not spans:
        return list(mentions)
    by_span = {(mention.first, mention.last): mention for mention in mentions}
    return [by_span.get(span) or mention_at(text, tokens, *span) for span in merge(spans, list(by_span))]


def mention_at(text: str, tokens: Tokens, first: int, last: int) -> Mention:
    """The mention that some tokens are."""
    start, end = tokens.starts[first], tokens.ends[last - 1]
    return Mention(first, last, start, end, name_key(text[start:end]))


def read_names(path: str) -> list[str]:
    """The names of a file, one a line; blank lines and those that start with ``#`` are passed over.

    Raises:
        OSError: the file cannot be read.
        ValueError: it is no UTF-8 text, or a name has more than six words.
    """
    with open(path, encoding="utf-8-sig") as file:
        names = [line.strip() for line in file if line.strip() and not line.startswith("#")]
    for name in names:
        if name_key(name).count(" ") >= MOST_WORDS:
            raise ValueError(f"{path}: {name!r} has more than {MOST_WORDS} words")
    return names
