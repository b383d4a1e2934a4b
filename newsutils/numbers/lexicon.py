"""The words of one language that numbers are made of and that stand around them, read from ``data/words.*.tsv``.

A row is a class, a value and the forms: ``class<TAB>value<TAB>form | form``. ``words.en.tsv`` explains the classes.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files

from newsutils.dates.trie import trie_pattern
from newsutils.numbers.compounds import Compounds
from newsutils.numbers.phrases import Phrases, T
from newsutils.numbers.tokens import fold, folded_words

LANGUAGES = ("ar", "de", "en", "es", "fr", "hi", "it", "pt", "ru", "uk")
GENERAL = "en"
NUMBER_CLASSES = ("cardinal", "article", "multiplier", "vague", "half", "fraction", "whole-fraction")
ARTICLE_LINKS = ("multiplier", "denominator", "ratio", "point")
FRACTION_SIGNS = {
    "¼": (1, 4),
    "½": (1, 2),
    "¾": (3, 4),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "⅛": (1, 8),
    "⅜": (3, 8),
    "⅝": (5, 8),
    "⅞": (7, 8),
    "⅕": (1, 5),
    "⅖": (2, 5),
    "⅗": (3, 5),
    "⅘": (4, 5),
    "⅙": (1, 6),
    "⅚": (5, 6),
}
FUNCTION_CLASSES = ("stop", "auxiliary", "preposition", "determiner", "joiner", "range-to")
Rows = dict[str, list[tuple[str, str]]]


class Lexicon:
    """A language: its settings, its phrases by class, and its lists of single words."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._words = {kind: frozenset(fold(form) for form, _ in entries) for kind, entries in rows.items()}
        self.decimal = self._setting("decimal")
        self.spaced_groups = self._setting("spaced-groups") == "yes"
        self.vigesimal = self._setting("vigesimal") == "yes"
        self.ambiguous_participles = self._setting("ambiguous-participles") == "yes"
        self.capital_nouns = self._setting("capital-nouns") == "yes"
        self.verb_first = self._setting("verb-first") == "yes"
        self.verb_last = self._setting("verb-last") == "yes"
        self.bare_millions = self._setting("bare-millions") == "yes"
        self.lone_article = self._setting("lone-article") == "yes"
        self.noun_phrase = self._setting("noun-phrase")
        self.joiner_prefix = self._setting("joiner-prefix")
        self.joiners = frozenset(self._setting("joiners").split())
        self._function_words = frozenset().union(*(self._words.get(kind, ()) for kind in FUNCTION_CLASSES))
        self.singulars = {fold(form): value for form, value in rows.get("plural-of", ())}
        self._phrases_of_numbers()
        self._phrases_around_numbers()

    def _phrases_of_numbers(self) -> None:
        self.cardinals = self._phrases("cardinal", int)
        self.articles = self._phrases("article", int)
        self.multipliers = self._phrases("multiplier", int)
        self.vague = self._phrases("vague", int)
        self.added = self._phrases("added", str)
        self.halves = self._phrases("half", str)
        self.whole_fractions = self._phrases("whole-fraction", str)
        self.fractions = self._phrases("fraction", str)
        self.denominators = self._phrases("denominator", int)
        self.ratio_links = self._phrases("ratio", str)
        self.compounds = Compounds(self._rows.get("part", ()))
        self.has_compounds = "part" in self._rows
        self._suffixes = {form: int(value) for form, value in self._rows.get("suffix", ())}
        self._money_suffixes = {form: int(value) for form, value in self._rows.get("money-suffix", ())}
        forms = [folded_words(form) for kind in NUMBER_CLASSES for form, _ in self._rows.get(kind, ())]
        self.starters = frozenset(form[0] for form in forms) - self._words.get("abbreviation", frozenset())
        self.starters |= frozenset(FRACTION_SIGNS)
        self._article_words = frozenset(fold(form) for form, _ in self._rows.get("article", ()))
        self._after_articles = frozenset(
            [form[1] for form in forms if len(form) > 1 and form[0] in self._article_words]
            + [folded_words(form)[0] for kind in ARTICLE_LINKS for form, _ in self._rows.get(kind, ())]
        )
        self.number_start = self._number_start()

    def _number_start(self) -> re.Pattern[str]:
        """What a folded text must hold to hold a number: a digit, or the beginning of a number word."""
        starters = (self.starters - self._article_words) | self._after_articles
        words = sorted(word for word in starters if word[0].isalpha())
        parts = sorted(fold(form) for form, _ in self._rows.get("part", ()))
        more = f"|{trie_pattern(parts)}" if parts else ""
        more += rf"|{trie_pattern(sorted(self._article_words))}\s{{0,3}}(?:$|[^\w\s])" if self.lone_article else ""
        return re.compile(rf"\d|[{''.join(FRACTION_SIGNS)}]|(?<!\w)(?:{trie_pattern(words)}(?!\w){more})")

    def _phrases_around_numbers(self) -> None:
        self.before = self._phrases("before", str)
        self.after = self._phrases("after", str)
        self.units = self._phrases("unit", str)
        self.dimension_units = self._phrases("dimension-unit", str)
        self.currencies = self._phrases("currency", str)
        self.coins = self._phrases("coin", str)
        self.currency_tails = self._phrases("currency-tail", str)
        self.ordinals = self._phrases("ordinal", str)
        self.labels = self._phrases("label", str)
        self.capital_labels = self._phrases("capital-label", str)
        self.between = self._phrases("between", str)
        self.comparisons = self._phrases("comparison", str)
        self.parts = self._phrases("part-of", str)
        self.parts_after = self._phrases("part-after", str)
        self.roles_before = self._phrases("role-before", str)
        self.roles_after = self._phrases("role-after", str)
        roles = (*self._rows.get("role-before", ()), *self._rows.get("role-after", ()))
        self.role_words = frozenset(folded_words(form)[0] for form, _ in roles)
        self.person_stems = tuple(form for form, _ in self._rows.get("person-stem", ()))
        self.verb_endings = tuple(form for form, _ in self._rows.get("verb-ending", ()))
        self.adjective_endings = tuple(form for form, _ in self._rows.get("adjective-ending", ()))
        self.ages_before = self._phrases("age-before", str)
        self.age_verbs = self._phrases("age-verb", str)
        self.ages_after = self._phrases("age-after", str)

    def has(self, kind: str, word: str) -> bool:
        """Whether a folded word is in the list of a class."""
        return word in self._words.get(kind, ())

    def allows(self, kind: str, word: str) -> bool:
        """As ``has``, and true for every word where the language has no list of the class."""
        return kind not in self._words or word in self._words[kind]

    def is_function_word(self, word: str) -> bool:
        """Whether a folded word is one of the closed list that ends a noun phrase: prepositions, pronouns and such."""
        return word in self._function_words

    def starts_numeral(self, word: str) -> bool:
        """Whether a numeral in words may start with a folded word."""
        return word in self.starters or (self.has_compounds and bool(self.compounds.items(word)))

    def is_plain_article(self, word: str, after: str) -> bool:
        """Whether a folded word is an article that starts no numeral, as what follows it shows."""
        return word in self._article_words and after[:1].isalpha() and after not in self._after_articles

    def suffix(self, letters: str, money: bool) -> int | None:
        """The multiplier that letters right after digits stand for: bn, k, m."""
        return self._suffixes.get(letters) or (self._money_suffixes.get(letters) if money else None)

    def _setting(self, name: str) -> str:
        return dict(self._rows.get("setting", ())).get(name, "")

    def _phrases(self, kind: str, read: Callable[[str], T]) -> Phrases[T]:
        return Phrases((form, read(value)) for form, value in self._rows.get(kind, ()))


@cache
def lexicon(lang: str) -> Lexicon:
    """The lexicon of a language; of English where the language has none."""
    rows: Rows = defaultdict(list)
    for kind, value, form in read_rows(f"words.{lang if lang in LANGUAGES else GENERAL}.tsv"):
        rows[kind].append((form, value))
    return Lexicon(dict(rows))


def read_rows(name: str) -> Iterator[tuple[str, str, str]]:
    """The rows of a word list, one form each: class, value, form."""
    for kind, value, forms in read_table(name):
        for form in forms.split(" | "):
            yield kind, value, form


def read_table(name: str) -> Iterator[list[str]]:
    """The rows of a data file, as lists of columns."""
    text = files(__package__).joinpath(f"data/{name}").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")
