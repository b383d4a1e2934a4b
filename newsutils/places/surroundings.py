"""What the words beside a name say about it, in a language whose vocabulary is known."""

from collections.abc import Sequence

from newsutils.places.listed import SENTENCE_ENDS
from newsutils.places.matching import Match
from newsutils.places.model import trained_model
from newsutils.places.tokens import is_hyphen
from newsutils.places.vocabulary import Vocabulary

GIVEN = 1
"""What :class:`newsutils.places.model.Facts` say of given names."""
DATELINE = frozenset(".-–—,:(/")
"""What stands after the place that a report begins with."""
_ADJECTIVE_ENDS = ("e", "en", "er", "es", "em")
_PLACE_ADJECTIVE_ENDS = ("isch", "ische", "ischen", "ischer", "isches")
_EDGE = "."
"""Stands for what is before the first word and after the last."""


class Surroundings:
    """The surroundings of the names in one text.

    Args:
        words: the words and marks of the text.
        vocabulary: that of its language.
    """

    def __init__(self, words: Sequence[str], vocabulary: Vocabulary) -> None:
        self._words = words
        self._vocabulary = vocabulary

    def before(self, match: Match, distance: int = 1) -> str:
        """The word so far before a name."""
        at = match.first - distance
        return self._words[at] if at >= 0 else _EDGE

    def after(self, match: Match) -> str:
        """The word after a name."""
        return self._words[match.last] if match.last < len(self._words) else _EDGE

    def announce(self, match: Match) -> bool:
        """Whether a word for a kind of place stands before: "Stadt Halle", "provincia de Jaén"."""
        before = self.before(match).lower()
        if before in self._vocabulary.link:
            before = self.before(match, 2).lower()
        return before in self._vocabulary.kind

    def locate(self, match: Match) -> bool:
        """Whether a preposition of place or "the mayor of" stands before, or the text begins with a dateline."""
        before = self.before(match).lower()
        if before in self._vocabulary.link:
            return self.before(match, 2).lower() in self._vocabulary.title
        return before in self._vocabulary.inside or self.is_dateline(match)

    def is_dateline(self, match: Match) -> bool:
        """Whether the text begins with a name and a mark: "Berlin. Die"."""
        return match.first == 0 and self.after(match) in DATELINE

    def is_opening(self, match: Match) -> bool:
        """Whether a sentence begins with a name, so that its capital says nothing."""
        return match.first == 0 or self.before(match) in SENTENCE_ENDS

    def own(self, match: Match) -> bool:
        """Whether a preposition of belonging stands before, and before that a word that is no name."""
        owned = self.before(match, 2)
        is_word = owned[0].islower() or owned.lower() in self._vocabulary.never
        return is_word and self.before(match).lower() in self._vocabulary.link

    def determine(self, match: Match) -> bool:
        """Whether an article or an adjective stands before, but none of a place: "im ukrainischen Bachmut"."""
        before = self.before(match)
        if before.lower() in self._vocabulary.article:
            return True
        is_word = before.islower() and before not in self._vocabulary.never and before not in self._vocabulary.inside
        adjective = is_word and before.endswith(_ADJECTIVE_ENDS) and not before.endswith(_PLACE_ADJECTIVE_ENDS)
        return adjective and self.before(match, 2).lower() in self._vocabulary.article | self._vocabulary.inside

    def personify(self, match: Match) -> bool:
        """Whether a title or a given name stands before."""
        before = self.before(match)
        lower = before.lower()
        if lower in self._vocabulary.title:
            return True
        if not before[0].isupper() or is_hyphen(before) or lower in self._vocabulary.function:
            return False
        return lower in self._vocabulary.given or bool(trained_model().word(lower).people & GIVEN)

    def compound(self, match: Match) -> bool:
        """Whether a hyphen joins a name to a word, not to what follows a dateline."""
        return is_hyphen(self.before(match)) or (is_hyphen(self.after(match)) and not self.is_dateline(match))

    def continue_name(self, match: Match) -> bool:
        """Whether a word before has a capital for itself, not for the start of a sentence."""
        before = self.before(match)
        lower = before.lower()
        opens = self.before(match, 2) in SENTENCE_ENDS or lower in self._vocabulary.function
        return before[0].isupper() and not opens and lower not in self._vocabulary.kind
