"""What the words of a language other than English say about place names, from ``data/vocabulary.tsv``."""

from dataclasses import dataclass
from functools import cache

from newsutils.places.gazetteer.tables import read_table

NONE: frozenset[str] = frozenset()
GERMAN = "de"


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """Words in lower case by what they say; the table describes the classes.

    Attributes:
        lang: the language.
        function: function words and others that open a sentence.
        never: names of no place: these, common nouns, given names, words for a people.
        given: given names that are not known from English.
        doubtful: names of towns that mean something else more often.
        inside: prepositions that a place follows.
        article: determiners.
        kind: words for a kind of place.
        naming: those of them that nothing but a name follows.
        link: what stands between such a word and the name.
        title: what stands before a person's name.
        elided: words that are written together with the next, as French "l'".
    """

    lang: str
    function: frozenset[str]
    never: frozenset[str]
    given: frozenset[str]
    doubtful: frozenset[str]
    inside: frozenset[str]
    article: frozenset[str]
    kind: frozenset[str]
    naming: frozenset[str]
    link: frozenset[str]
    title: frozenset[str]
    elided: frozenset[str]

    @property
    def capitalises_nouns(self) -> bool:
        """Whether a capital says nothing about a name."""
        return self.lang == GERMAN


@cache
def vocabulary_of(lang: str) -> Vocabulary:
    """The vocabulary of one of the languages of :mod:`newsutils.places.gazetteer.localised`."""
    rows = {name: frozenset(words.split()) for code, name, words in _rows() if code == lang}
    never = rows["function"] | rows["given"] | rows.pop("common") | rows.pop("people")
    return Vocabulary(lang=lang, never=never, **rows)


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    return read_table("vocabulary.tsv", __package__)
