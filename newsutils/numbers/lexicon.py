"""The words of one language that numbers are made of and that stand around them, read from ``data/words.*.tsv``.

A row is a class, a value and the forms: ``class<TAB>value<TAB>form | form``. ``words.en.tsv`` explains the classes.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib.resources import files

from newsutils.dates.trie import trie_pattern
from newsutils.numbers.compounds import Compounds
from newsutils.numbers.phrases import Phrases, T
from newsutils.numbers.tokens import fold, folded_words

LANGUAGES = ("ar", "de", "en", "es", "fr", "hi", "it", "pt", "ru", "uk")
GENERAL = "en"
NUMBER_CLASSES = ("cardinal", "article", "multiplier", "vague", "half", "fraction", "whole-fraction", "dual")
# To these "and" may be glued where the language writes it so, and to the words of a sum, where it matters.
JOINED_CLASSES = ("vague", "dual", "before", "between", "part-of", "role-before", "age-before")
SUMMED_CLASSES = ("cardinal", "multiplier")
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
        self._rows = _with_joined(rows)
        self._words = {kind: frozenset(fold(form) for form, _ in entries) for kind, entries in rows.items()}
        self.decimal = self._setting("decimal")
        self.spaced_groups = self._setting("spaced-groups") == "yes"
        self.vigesimal = self._setting("vigesimal") == "yes"
        self.ambiguous_participles = self._setting("ambiguous-participles") == "yes"
        self.capital_nouns = self._setting("capital-nouns") == "yes"
        self.verb_first = self._setting("verb-first") == "yes"
        self.verb_last = self._setting("verb-last") == "yes"
        self.bare_millions = self._setting("bare-millions") == "yes"
        self.both_determined = self._setting("both-determined") == "yes"
        self.bare_ages = self._setting("bare-ages") == "yes"
        self.bracket_ages = self._setting("bracket-ages") == "yes"
        self.percent_first = self._setting("percent-first") == "yes"
        self.comma_clauses = self._setting("comma-clauses") == "yes"
        self.joined_article = self._setting("joined-article")
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
        self.duals = self._phrases("dual", str)
        self.has_duals = "dual" in self._rows
        self.vague = self._phrases("vague", int)
        self.added = self._phrases("added", str)
        self.halves = self._phrases("half", str)
        self.whole_fractions = self._phrases("whole-fraction", str)
        self.fractions = self._phrases("fraction", str)
        self.denominators = self._phrases("denominator", int)
        self.reversed_ratio_links = self._phrases("ratio-reversed", str)
        self.reverses_ratios = "ratio-reversed" in self._rows
        self.half_units = self._setting("half-units") == "yes"
        self.ratio_links = self._phrases("ratio", str)
        self.compounds = Compounds(self._rows.get("part", ()))
        self.has_compounds = "part" in self._rows
        self._suffixes = {form: int(value) for form, value in self._rows.get("suffix", ())}
        self._money_suffixes = {form: int(value) for form, value in self._rows.get("money-suffix", ())}
        forms = [folded_words(form) for kind in NUMBER_CLASSES for form, _ in self._rows.get(kind, ())]
        self.starters = frozenset(form[0] for form in forms) - self._words.get("abbreviation", frozenset())
        self.starters |= frozenset(FRACTION_SIGNS) | self._joined_starters()
        self._article_words = frozenset(fold(form) for form, _ in self._rows.get("article", ()))
        self._after_articles = frozenset(
            [form[1] for form in forms if len(form) > 1 and form[0] in self._article_words]
            + [folded_words(form)[0] for kind in ARTICLE_LINKS for form, _ in self._rows.get(kind, ())]
        )
        ratios = self._rows.get("ratio", ())
        self.noun_ratios = frozenset(folded_words(form)[0] for form, kind in ratios if kind == "noun")
        self.number_start = self._number_start()

    def _joined_starters(self) -> frozenset[str]:
        """The words of a sum with "and" glued to them: Arabic "and three"."""
        words = (folded_words(form)[0] for kind in SUMMED_CLASSES for form, _ in self._rows.get(kind, ()))
        return frozenset(f"{self.joiner_prefix}{word}" for word in words) if self.joiner_prefix else frozenset()

    def _number_start(self) -> re.Pattern[str]:
        """What a folded text must hold to hold a number: a digit, or the beginning of a number word."""
        starters = (self.starters - self._article_words) | self._after_articles
        words = sorted(word for word in starters if word[0].isalpha())
        parts = sorted(fold(form) for form, _ in self._rows.get("part", ()))
        more = f"|{trie_pattern(parts)}" if parts else ""
        more += self._lone_articles() if self.lone_article else ""
        return re.compile(rf"\d|[{''.join(FRACTION_SIGNS)}]|(?<!\w)(?:{trie_pattern(words)}(?!\w){more})")

    def _lone_articles(self) -> str:
        """Alternatives for an article that is all of a text, or stands between "only" and a stop."""
        articles = trie_pattern(sorted(self._article_words))
        only = "|".join(map(re.escape, sorted(self._words.get("only", ())))) or "(?!)"
        after = "|".join(map(re.escape, sorted(self._words.get("after-one", ())))) or "(?!)"
        return rf"|(?<!.){articles}(?:$|[.,;:!?])|(?:{only})\s{articles}[.,;:!?)]|{articles}\s(?:{after})(?!\w)"

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
        self.eras = self._phrases("era", str)
        self.day_parts = self._phrases("day-part", str)
        self.has_eras, self.has_clocks = "era" in self._rows, "day-part" in self._rows
        self.clocks = self._phrases("clock", str)
        self.comparisons = self._phrases("comparison", str)
        self.steps = self._phrases("step", str)
        self.has_steps = "step" in self._rows
        self.differences = self._phrases("difference", str)
        self.differences_before = self._phrases("difference-before", str)
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

    def is_plain_article(self, words: Sequence[str], index: int) -> bool:
        """Whether a folded word is an article that starts no numeral, as what follows it shows."""
        if words[index] not in self._article_words or index + 1 == len(words):
            return False
        after = words[index + 1]
        if not after[0].isalpha() or after in self._after_articles:
            return False
        if not self.lone_article:
            return True
        other = words[index + 2] if index + 2 < len(words) else ""
        return not (other in self.noun_ratios or self.has("after-one", after) or self.opens_range(after, other))

    def opens_range(self, link: str, other: str) -> bool:
        """Whether "to" or "or" and a numeral follow an article, the low end of a range: "ein bis zwei"."""
        if not (self.has("range-to", link) or self.has("range-or", link)):
            return False
        return other[:1].isdecimal() or (other in self.starters and other not in self._article_words)

    def suffix(self, letters: str, money: bool) -> int | None:
        """The multiplier that letters right after digits stand for: bn, k, m."""
        return self._suffixes.get(letters) or (self._money_suffixes.get(letters) if money else None)

    def _setting(self, name: str) -> str:
        return dict(self._rows.get("setting", ())).get(name, "")

    def _phrases(self, kind: str, read: Callable[[str], T]) -> Phrases[T]:
        return Phrases((form, read(value)) for form, value in self._rows.get(kind, ()))


def _with_joined(rows: Rows) -> Rows:
    """The rows, with the forms to which "and" is glued, as in Arabic; number words know it by themselves."""
    prefix = dict(rows.get("setting", ())).get("joiner-prefix", "")
    if not prefix:
        return rows
    joined = {
        kind: [(prefix + form, value) for form, value in entries]
        for kind, entries in rows.items()
        if kind in JOINED_CLASSES
    }
    return {kind: [*joined.get(kind, ()), *entries] for kind, entries in rows.items()}


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
