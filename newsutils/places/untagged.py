"""Recognition in languages that the tagger does not know but whose vocabulary is known.

Listed names are judged by the words around them and by the other mentions in the document. Some are sure, some are no
places, and the others are places where a sure mention has the same name. A name is sure after a preposition of place
("in Halle") or a word for a kind of place ("die Stadt Halle"), if it is the language's own name of a well-known place,
or if a large place is chiefly called so. It is none as a word of the vocabulary, in a person's name, and in German,
where all nouns have capitals, after an article or an adjective.
"""

from collections.abc import Iterator, Sequence
from enum import IntEnum
from functools import lru_cache

from newsutils.places.gazetteer.localised import TOWN, Localised
from newsutils.places.gazetteer.union import Gazetteers
from newsutils.places.lexicon import classes_of
from newsutils.places.listed import SMALLEST, is_listed_place
from newsutils.places.matching import Match
from newsutils.places.model import trained_model
from newsutils.places.names import is_latin
from newsutils.places.surroundings import Surroundings
from newsutils.places.vocabulary import Vocabulary, vocabulary_of

SHORTEST = 4
"""Shorter keys are taken for the language's own names, countries in capitals, and after a preposition."""
NEAR, BELONGING, LARGE = 1_000, 15_000, 100_000
"""People of a place that is taken by its chief name after "in" (where nouns have capitals), after "of", and else."""
HUGE = 500_000
"""The same of a town after a German article, with a hyphen, at the start of a sentence, and if people bear its name."""
NO_PEOPLE = -1
"""Stands for the people of a place whose name is not its chief one."""
LISTING = frozenset([",", "y", "e", "et", "und", "sowie", "oder", "o", "ou", "/"])
_NOT_PLACES = frozenset(["time", "agency", "demonym", "direction", "type", "facility", "road"])


class Verdict(IntEnum):
    """What the words around a name make of it."""

    NONE = 0
    POSSIBLE = 1
    SURE = 2


def likely_places(words: Sequence[str], matches: Sequence[Match], gazetteers: Gazetteers) -> list[Match]:
    """Those of the matches that are likely to mean a place, in their order. Linear in their number.

    Args:
        words: the words and marks of a text.
        matches: names that are listed.
        gazetteers: where they are listed; :class:`Localised` for text in a language whose vocabulary is known.
    """
    if not isinstance(gazetteers, Localised):
        return [match for match in matches if is_listed_place(words, match, gazetteers)]
    latin = [match for match in matches if is_latin(words[match.first])]
    others = [match for match in matches if not is_latin(words[match.first])]
    likely = _likely(words, latin, gazetteers)
    return sorted([*likely, *(match for match in others if is_listed_place(words, match, gazetteers))])


def is_word(word: str, gazetteers: Localised) -> bool:
    """Whether a word is one of the vocabulary of the gazetteers' language that begins no name: German "ein", "Tal"."""
    return word.lower() in vocabulary_of(gazetteers.lang).never


def _likely(words: Sequence[str], matches: Sequence[Match], gazetteers: Localised) -> list[Match]:
    verdicts = list(_Judge(words, gazetteers, vocabulary_of(gazetteers.lang)).verdicts(matches))
    sure = {match.key for match, verdict in zip(matches, verdicts, strict=True) if verdict == Verdict.SURE}
    return [
        match
        for match, verdict in zip(matches, verdicts, strict=True)
        if verdict == Verdict.SURE or (verdict == Verdict.POSSIBLE and match.key in sure)
    ]


class _Judge:
    """Judges the names of one document."""

    def __init__(self, words: Sequence[str], gazetteers: Localised, vocabulary: Vocabulary) -> None:
        self._words = words
        self._gazetteers = gazetteers
        self._vocabulary = vocabulary
        self._around = Surroundings(words, vocabulary)
        self._near = NEAR if vocabulary.capitalises_nouns else 0
        self._small = frozenset(word for word in words if word.islower())

    def verdicts(self, matches: Sequence[Match]) -> Iterator[Verdict]:
        """The verdict on each match; one that names a person somewhere is none without its own evidence."""
        bearers = {match.key for match in matches if self._around.personify(match)}
        last, sure = -1, False
        for match in matches:
            listed = sure and "".join(self._words[last : match.first]).lower() in LISTING
            borne = match.key in bearers and not self._around.announce(match)
            verdict = Verdict.NONE if borne or self._is_none(match) else self._verdict(match, listed)
            last, sure = match.last, verdict == Verdict.SURE
            yield verdict

    def _verdict(self, match: Match, listed: bool) -> Verdict:
        """The verdict on what may be a place.

        Args:
            match: the name.
            listed: whether a sure place stands before it in a list.
        """
        if self._around.announce(match):
            return Verdict.SURE
        if self._vocabulary.capitalises_nouns and self._around.determine(match):
            return Verdict.SURE if self._may_have_article(match) else Verdict.NONE
        doubtful = self._is_doubtful(match)
        if self._is_own(match) and not doubtful:
            return Verdict.SURE
        people = self._people(match)
        if (listed and not doubtful) or self._around.locate(match):
            other = LARGE if match.last - match.first == 1 else SMALLEST
            enough = people >= (NEAR if doubtful else self._near) or self._best_people(match) >= other
        else:
            least = BELONGING if self._around.own(match) else HUGE if self._around.is_opening(match) else LARGE
            enough = not doubtful and people >= least
        return Verdict.SURE if enough else Verdict.POSSIBLE

    def _may_have_article(self, match: Match) -> bool:
        """Whether German may give a name an article: "die Schweiz", "der Rhein", "das Hamburg der Kaiserzeit"."""
        if self._is_own(match) and self._gazetteers.foremost(match.key)[0].kind != TOWN:
            return True
        return self._people(match) >= HUGE and not self._is_doubtful(match)

    def _is_none(self, match: Match) -> bool:
        """Whether a match is a common word, part of a longer name, a person's name or an abbreviation."""
        words = self._words[match.first : match.last]
        is_no_name = self._is_no_name(match, words[0]) if len(words) == 1 else self._are_no_name(match, words)
        if is_no_name:
            return True
        return self._around.personify(match) or self._is_part(match)

    def _is_no_name(self, match: Match, word: str) -> bool:
        """Whether a single word is none, or one that is too short or an abbreviation."""
        lower = word.lower()
        own = self._is_own(match)
        if lower in self._vocabulary.never or (classes_of(lower) & _NOT_PLACES and not own):
            return True
        if len(match.key) < SHORTEST:
            return not self._is_short_place(match, word)
        return word.isupper() and len(word) == SHORTEST and not own

    def _are_no_name(self, match: Match, words: Sequence[str]) -> bool:
        """Whether several words are none: "La reunión", or common words alone."""
        if _has_one_capital(words) and words[0].lower() in self._vocabulary.function:
            return True
        common = all(map(self._is_common, words)) and self._people(match) < LARGE
        return not self._is_own(match) and (_has_one_capital(words) or common)

    def _is_short_place(self, match: Match, word: str) -> bool:
        if word.isupper():
            return self._gazetteers.foremost(match.key)[0].kind == "country"
        return self._is_own(match) or (self._around.locate(match) and self._people(match) >= BELONGING)

    def _is_common(self, word: str) -> bool:
        return not word[0].isalpha() or word.lower() in self._vocabulary.never

    def _is_own(self, match: Match) -> bool:
        return self._gazetteers.is_own_name(match.key)

    def _is_doubtful(self, match: Match) -> bool:
        """Whether a name is another word or a person's, too, or the document has it with a small letter."""
        if match.last - match.first > 1:
            return False
        lower = self._words[match.first].lower()
        if lower in self._vocabulary.doubtful or lower in self._small:
            return True
        return bool(trained_model().word(lower).people) and not self._is_own(match) and self._people(match) < HUGE

    def _is_part(self, match: Match) -> bool:
        """Whether a longer name goes on before or after."""
        own = self._is_own(match)
        if self._around.compound(match):
            return not own and self._people(match) < HUGE
        if self._vocabulary.capitalises_nouns:
            return False
        goes_on = self._around.after(match)[0].isupper() and not own and self._people(match) < LARGE
        return goes_on or self._around.continue_name(match)

    def _best_people(self, match: Match) -> int:
        return self._gazetteers.foremost(match.key)[0].population

    def _people(self, match: Match) -> int:
        """The people of the largest place that is chiefly called so, accents and all; ``NO_PEOPLE`` for none."""
        name = _letters("".join(self._words[match.first : match.last]))
        entries = self._gazetteers.foremost(match.key)
        return max((entry.population for entry in entries if _letters(entry.name) == name), default=NO_PEOPLE)


def _has_one_capital(words: Sequence[str]) -> bool:
    """Whether a name of several words has a capital at its start alone."""
    return all(word.islower() for word in words[1:])


@lru_cache(maxsize=1 << 14)
def _letters(name: str) -> str:
    """A name in lower case without spaces and marks."""
    return "".join(filter(str.isalnum, name.lower()))
