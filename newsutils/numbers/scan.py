"""The pass over the tokens of a text: at each numeral first what only looks like a quantity, then the rest."""

from collections.abc import Iterator

from newsutils.numbers.ages import YEAR, is_age, is_aside, is_bracketed, may_be_age
from newsutils.numbers.blocks import find_blocks
from newsutils.numbers.bounds import ABOUT, EXACT, RANGE, VAGUE, Bound, bound_after, bound_before, limits
from newsutils.numbers.lexicon import Lexicon
from newsutils.numbers.lookalikes import (
    FIRST_YEAR,
    LAST_YEAR,
    Lookalike,
    glued_identifier,
    is_address,
    is_clock,
    is_name,
    is_year,
    labelled,
    ordinal_at,
    score_at,
)
from newsutils.numbers.measures import TIME_UNITS, measured
from newsutils.numbers.nouns import counted_noun
from newsutils.numbers.numerals import Numeral
from newsutils.numbers.quantity import COUNT, Quantity
from newsutils.numbers.ranges import CHANGE, name_after, with_other_end
from newsutils.numbers.shares import name_alike, name_share
from newsutils.numbers.tokens import Tokens
from newsutils.numbers.units import OF_AGE
from newsutils.numbers.words import HYPHENS

NO_BLOCK = frozenset({"duration", "set"})
LIST_LINKS = 2
HOUR = "hour"
CELLS, LONGEST_CELL = 3, 2


class Scanner:
    """The pass over the tokens of one text."""

    def __init__(self, tokens: Tokens, words: Lexicon, lang: str) -> None:
        self._tokens = tokens
        self._lexicon = words
        self._numerals = self._candidates()
        self._blocks = find_blocks(tokens, self._numerals, lang)
        self._block = next(self._blocks, None)
        self._label_last, self._label_kind = -1, ""
        self._after_change = -1
        self._before_change: Quantity | None = None
        self._age_last = -1
        self._noun_last = -1

    def quantities(self) -> Iterator[Quantity]:
        """The quantities, and what only looks like one, in order."""
        position = 0
        before: Quantity | None = None
        for index in self._numerals:
            if index < position:
                continue
            found = self._at(index)
            if found:
                position = max(found.last, found.outer_last, index + 1)
                self._noun_last = found.noun.last if found.noun else self._noun_last
                if before:
                    name_share(self._tokens, before, found, self._lexicon)
                    name_alike(self._tokens, before, found, self._lexicon)
                before = found
                yield found

    def _candidates(self) -> list[int]:
        """The tokens at which a numeral may start."""
        words, lexicon = self._tokens.words, self._lexicon
        starts = lexicon.starts_numeral if lexicon.has_compounds else lexicon.starters.__contains__
        found = [index for index, word in enumerate(words) if word[0].isdecimal() or starts(word)]
        return [index for index in found if not lexicon.is_plain_article(words, index)]

    def _at(self, index: int) -> Quantity | None:
        block = self._block_at(index)
        if block and block.kind not in NO_BLOCK:
            found = self._quantity(index)
            overrules = found is not None and _overrules(found, block)
            return self._lookalike(index) or found if overrules else _typed(*block)
        return self._cell(index) or self._lookalike(index) or self._quantity(index)

    def _cell(self, index: int) -> Quantity | None:
        """A small number between two others, as in the row of a table: nothing beside it says more of it."""
        tokens = self._tokens
        row = tokens.raw[max(index - 1, 0) : index + 2]
        if len(row) < CELLS or not all(cell.isdecimal() for cell in row) or tokens.glued(index + 2):
            return None
        cell = row[1]
        if len(cell) > LONGEST_CELL or len(row[2]) > LONGEST_CELL or cell[0] == "0" or tokens.glued(index):
            return None
        value = int(cell)
        numeral = Numeral(index, index + 1, "digits", value, base=value)
        return Quantity(index, index + 1, index, index + 1, COUNT, numeral, value, value, value, rule=numeral.kind)

    def _block_at(self, index: int) -> Lookalike | None:
        while self._block and self._block.last <= index:
            self._block = next(self._blocks, None)
        return self._block if self._block and self._block.first <= index else None

    def _lookalike(self, index: int) -> Quantity | None:
        """What the tokens at a numeral are, if no quantity."""
        tokens, words = self._tokens, self._lexicon
        if last := ordinal_at(tokens, index, words):
            return _typed(index, last, "ordinal")
        if tokens.raw[index][0].isdecimal() and (found := glued_identifier(tokens, index, words)):
            return _typed(*found)
        return None

    def _quantity(self, index: int) -> Quantity | None:
        found = measured(self._tokens, index, self._lexicon)
        if found is None or found.numeral is None:
            return None
        if kind := self._kind_of_bare(found):
            people = self._range_of_people(found) if kind == "year" else None
            return people or _typed(found.first, found.last, kind)
        if self._is_hour(found):
            return _typed(found.first, found.outer_last, "time")
        found, change = with_other_end(self._tokens, found, self._lexicon)
        if found.kind == COUNT and found.bound == RANGE and is_address(self._tokens, found.last, self._lexicon):
            return _typed(found.first, found.last, "identifier")
        self._bound(found)
        self._change(found, change)
        return self._completed(found)

    def _range_of_people(self, low: Quantity) -> Quantity | None:
        """The range of people that what may be a year opens: "от 1500 до 2000 сотрудников"."""
        found, _ = with_other_end(self._tokens, low, self._lexicon)
        if found.bound != RANGE:
            return None
        self._count(found)
        people = self._lexicon.person_stems
        return found if found.noun and self._tokens.words[found.noun.last - 1].startswith(people) else None

    def _is_hour(self, found: Quantity) -> bool:
        """Whether hours are a time of the day: French "de 9h à 17h30", Russian "8 часов утра"."""
        if found.unit != HOUR:
            return False
        link, block = found.outer_last, self._block
        if self._lexicon.day_parts.at(self._tokens.words, link):
            return True
        leads = self._lexicon.has("range-to", self._tokens.word(link))
        return leads and block is not None and block.first == link + 1 and block.kind == "time"

    def _change(self, found: Quantity, goal: int) -> None:
        """Note where a change goes from a quantity, or name its second value as its first: "from 208 pounds to 193"."""
        if goal >= 0:
            self._before_change, found.rule = found, CHANGE
        elif found.outer_first == self._after_change and self._before_change:
            found.rule = CHANGE
            name_after(found, self._before_change)
        self._after_change = goal

    def _kind_of_bare(self, found: Quantity) -> str:
        """What a numeral without a unit is, if no quantity, by label, score, name or year; "" for a quantity."""
        numeral = found.numeral
        if numeral is None or found.kind != COUNT:
            return ""
        label = self._label(found)
        if label:
            self._label_last, self._label_kind = found.last, label
            return label
        if self._lexicon.has_eras and self._lexicon.eras.at(self._tokens.words, found.last):
            return "year"
        if self._lexicon.has_clocks and is_clock(self._tokens, numeral, self._lexicon):
            return "time"
        if last := score_at(self._tokens, numeral, self._lexicon):
            found.last = last
            return "identifier" if self._tokens.word(last - 2) == "/" else "score"
        if is_address(self._tokens, found.last, self._lexicon):
            return "identifier"
        if is_name(self._tokens, numeral, self._lexicon):
            return "name"
        if is_year(self._tokens, numeral, self._lexicon):
            return "year"
        in_noun = found.first < self._noun_last and self._tokens.word(found.last) not in HYPHENS
        return "identifier" if in_noun else ""

    def _label(self, found: Quantity) -> str:
        """The kind that a label gives, also to the further numbers of its list: Articles 5, 6 and 7."""
        if self._follows(self._label_last, found):
            return self._label_kind
        if found.numeral and found.numeral.scale > 1 and not self._tokens.glued(found.last - 1):
            return ""
        return labelled(self._tokens, found.first, self._lexicon) or ""

    def _follows(self, last: int, found: Quantity) -> bool:
        """Whether a numeral goes on the list of one that ended before a token: a comma, "and" or a dash between."""
        between = self._tokens.words[last : found.first]
        return last > 0 and 0 < len(between) <= LIST_LINKS and all(self._is_list_word(word) for word in between)

    def _is_list_word(self, word: str) -> bool:
        return word in ",-–/" or self._lexicon.has("joiner", word) or self._lexicon.has("range-to", word)

    def _completed(self, found: Quantity) -> Quantity | None:
        """The quantity with its counted noun; None for a pronoun such as "one"."""
        if self._is_age(found):
            found.kind, found.unit = "age", YEAR + OF_AGE
        elif found.kind == COUNT:
            self._count(found)
            if self._is_pronoun(found):
                return None
        return found

    def _bound(self, found: Quantity) -> None:
        before = Bound(EXACT, found.outer_first)
        if found.outer_first != self._after_change:
            before = bound_before(self._tokens, found.outer_first, self._lexicon)
        after = bound_after(self._tokens, found.outer_last, self._lexicon)
        if before.sign == EXACT and self._is_round(found):
            before = before._replace(sign=ABOUT)
        sign = before.sign if before.sign not in (EXACT, ABOUT) or not after else after.meaning
        found.outer_first = before.first
        found.outer_last = after.last if after else found.outer_last
        self._limit(found, sign)

    def _is_round(self, found: Quantity) -> bool:
        """Whether the numeral is a noun that says "about" itself: French "une centaine"."""
        numeral = self._tokens.words[found.first : found.last]
        return any(self._lexicon.has("approximate", word) for word in numeral)

    def _limit(self, found: Quantity, sign: str) -> None:
        if found.value is None and found.numeral is not None and found.least is None:
            found.bound, found.least = VAGUE, found.numeral.least
        elif found.value is not None:
            found.bound = sign
            found.least, found.most, found.least_open, found.most_open = limits(found.value, sign)

    def _count(self, found: Quantity) -> None:
        """Set the counted noun, and the bound that may follow it."""
        of = self._lexicon.has("partitive", self._tokens.word(found.outer_last))
        wants_plural = found.value is None or found.value != 1 or of
        noun = counted_noun(self._tokens, found.outer_last, self._lexicon, wants_plural)
        found.noun = found.noun or noun  # a dual is its own
        after = bound_after(self._tokens, found.end, self._lexicon) if found.noun else None
        if after and found.bound in (EXACT, ABOUT):
            self._limit(found, after.meaning)

    def _is_age(self, found: Quantity) -> bool:
        """Whether a number is an age, by itself or as a further one of a list: "aged 5, 7 and 9"."""
        if not may_be_age(self._tokens, found, self._lexicon):
            return False
        if is_age(self._tokens, found, self._lexicon) or self._goes_on_ages(found):
            self._age_last = found.outer_last
            return True
        aside = found.bound == EXACT and is_aside(self._tokens, found, self._lexicon)
        if aside or is_bracketed(self._tokens, found, self._lexicon):
            joined = self._lexicon.has("joiner", self._tokens.word(found.outer_last))
            self._age_last = found.outer_last if joined else self._age_last
            return True
        return False

    def _goes_on_ages(self, found: Quantity) -> bool:
        """Whether a number is a further one of a list of ages; where ages are bare years it must count nothing."""
        if not self._follows(self._age_last, found):
            return False
        bare = self._lexicon.bare_ages and found.kind == COUNT
        return not bare or counted_noun(self._tokens, found.outer_last, self._lexicon, plural=True) is None

    def _is_pronoun(self, found: Quantity) -> bool:
        """Whether "one" stands for a noun, not for a count: "no one", "the one", "one another"."""
        tokens = self._tokens
        one_word = found.last - found.first == 1 < len(tokens)
        if not one_word or not self._lexicon.has("pronoun", tokens.words[found.first]):
            return False
        roles = self._lexicon.roles_before.before(tokens.words, found.outer_first)
        if roles or self._lexicon.roles_after.at(tokens.words, found.outer_last):
            return False
        alone = found.noun is None and not self._lexicon.has("partitive", tokens.word(found.last))
        return alone or self._lexicon.has("before-pronoun", tokens.word(found.first - 1))


def _overrules(found: Quantity, block: Lookalike) -> bool:
    """Whether a quantity stands within a date expression: the length in "three days ago", what has another unit."""
    kind = block.kind
    alone = (found.kind, found.first, found.last) == (COUNT, block.first, block.last)
    too_late = alone and found.rule == "words" and found.value is not None and found.value > LAST_YEAR
    people = kind == "year" and found.noun is not None and found.least is not None and found.least >= FIRST_YEAR
    if found.kind == "age" or too_late or (people and found.bound == RANGE):
        return True
    if found.unit == YEAR and found.value is not None and FIRST_YEAR <= found.value <= LAST_YEAR:
        return False  # Russian "в июле 1918 года"
    if found.unit in TIME_UNITS:
        return kind == "date" and found.kind == "measure"
    too_early = found.kind == COUNT and found.value is not None and found.value < FIRST_YEAR
    return kind == "year" and (found.kind in ("measure", "money", "percent") or too_early)


def _typed(first: int, last: int, kind: str) -> Quantity:
    return Quantity(first, last, first, last, kind, rule=kind)
