"""Names that no list holds and that the words around them announce as places: "shelled Nampala", "Zaye, a village in".

Such a name is *strange*: none of its words is known as a word, a person's name or part of an organisation's. After "in"
or "near", after what is done to places alone ("shelled", "advanced on"), before a word for a kind of place ("Zarit
barracks") or before ", a village in" it is a place; so is what a list joins to a place ("Djugu, Fataki and Mambisa").
Before or with a word for a kind of place one strange word is enough: "Abu Shouk camp", "Sambisa Forest".
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache

from newsutils.places.grammar import is_person
from newsutils.places.lexicon import classes_of
from newsutils.places.listed import SENTENCE_ENDS
from newsutils.places.matching import ARTICLES
from newsutils.places.model import NO_CASE, WordFacts
from newsutils.places.tokens import is_hyphen

Span = tuple[int, int]
MOST_WORDS, SHORTEST = 3, 3
APPOSITION_REACH = 5
"""How many tokens ", a strategic border town in" may take up to its noun."""
_AGAINST = frozenset(["title", "organisation", "team", "time", "agency", "demonym", "function", "facility", "road"])
_AND = frozenset([",", "and", "or"])
_OF = frozenset([",", ".", "in", "of", "from", "who", "with"])
_ANNOUNCING = {
    "on": {"assault", "motion"},
    "of": {"assault", "typeof", "facility"},
}
"""Before which words what classes announce a place: "advanced on", "the market of", "fled to"."""
MOTION_REACH = 5
"""How many tokens may stand between "fled" and "to"."""
GIVEN = 1
"""What :class:`newsutils.places.model.Facts` say of given names."""
_AS_FAR_AS = ["as", "far", "as"]
_FROM = frozenset(["from", "through", "between", "along", "beyond"])
NO_LETTERS = frozenset("0123456789.")


def find_announced(words: Sequence[str], runs: Iterable[Span], taken: Collection[Span], facts: WordFacts) -> list[Span]:
    """The strange names that are announced as places. Linear.

    Args:
        words: the words of a text.
        runs: its :func:`newsutils.places.grammar.phrases`.
        taken: spans that are places already; none of those found touches them.
        facts: what is known of a word.
    """
    claimed = {at for first, last in taken for at in range(first, last)}
    lower = {word for word in set(words) if word.islower()}
    some = [run for run in runs if any(_is_strange_word(word, facts) for word in words[run[0] : run[1]])]
    free = [
        span
        for span in (_without_function(words, *run) for run in some)
        if not _goes_on(words, span[1])
        and claimed.isdisjoint(range(*span))
        and "title" not in _classes(words, span[0] - 1)
    ]
    known = {span: _strangeness(words[span[0] : span[1]], lower, facts) for span in free}
    strange = [span for span in free if known[span] == 1]
    found = {span for span in strange if _is_announced(words, *span)}
    found |= {span for span in free if known[span] and _is_kind(words, *span, facts)}
    strange = [span for span in strange if not is_person(words, *span)]
    return sorted(found | set(_listed_with(words, strange, {*taken, *found})))


def _strangeness(name: Sequence[str], lower: Collection[str], facts: WordFacts) -> float:
    """The share of a name's words that are strange; 0 if one of them tells that the name is none of a place."""
    parts = [word.lower() for word in name if word.lower() not in ARTICLES and not is_hyphen(word)]
    if not 0 < len(parts) <= MOST_WORDS or len(parts[0]) < SHORTEST or name[0].isupper():
        return 0.0
    strange = sum(_is_strange_word(word, facts) for word in parts)
    if not strange or any(word in lower or not _AGAINST.isdisjoint(classes_of(word)) for word in parts):
        return 0.0
    return strange / len(parts)


@lru_cache(maxsize=1 << 14)
def _is_strange_word(word: str, facts: WordFacts) -> bool:
    """Whether no list knows a word, in whatever case it stands."""
    known = facts(word.lower())
    return known.case == NO_CASE and not known.people and word[0].isalpha() and NO_LETTERS.isdisjoint(word)


def _goes_on(words: Sequence[str], last: int) -> bool:
    """Whether the name is only the beginning of what stands there: before a capital, a hyphen, "of"."""
    return last < len(words) and (words[last][0].isupper() or words[last] in ("-", "‐", "‑", "of"))


def _is_announced(words: Sequence[str], first: int, last: int) -> bool:
    before = _classes(words, first - 1)
    if before & {"inside", "assault"} or (first and words[first - 1] in _FROM):
        return True
    if _has_kind(words, last) and not is_person(words, first, last):
        return True
    if first > 1 and _classes(words, first - 2) & _ANNOUNCING.get(words[first - 1], set()):
        return True
    return (
        list(words[max(first - 3, 0) : first]) == _AS_FAR_AS or _is_reached(words, first) or _is_explained(words, last)
    )


def _is_reached(words: Sequence[str], first: int) -> bool:
    """Whether "fled along the river to" or the like stands before."""
    if not first or words[first - 1] != "to":
        return False
    for at in range(first - 2, max(first - 2 - MOTION_REACH, -1), -1):
        if not words[at][0].isalpha():
            return False
        if "motion" in _classes(words, at):
            return True
    return False


def _without_function(words: Sequence[str], first: int, last: int) -> Span:
    """A run without a word such as "In", that has its capital for the start of the sentence."""
    return (first + 1, last) if last - first > 1 and "function" in classes_of(words[first].lower()) else (first, last)


def _is_kind(words: Sequence[str], first: int, last: int, facts: WordFacts) -> bool:
    """Whether a word for a kind of place follows a name, or ends it, that begins with no given name."""
    if facts(words[first].lower()).people & GIVEN or is_person(words, first, last):
        return False
    ended = last - first > 1 and "type" in classes_of(words[last - 1].lower()) and words[first].istitle()
    settled = first > 0 and (words[first - 1].lower() == "the" or "inside" in _classes(words, first - 1))
    return _has_kind(words, last) or (ended and settled and _is_strange_word(words[first], facts))


def _has_kind(words: Sequence[str], last: int) -> bool:
    """Whether a word for a kind of place follows: "Zarit barracks", "Mezzeh air base"."""
    return bool(_classes(words, last + ("attribute" in _classes(words, last))) & {"type", "facility"})


def _is_explained(words: Sequence[str], last: int) -> bool:
    """Whether ", a village in", ", the capital of", ", in the north of" or the like follows."""
    after = words[last : last + 2 + APPOSITION_REACH]
    if len(after) < 3 or after[0] != ",":
        return False
    if after[1] == "in":
        kinds = [at for at in range(3, len(after)) if _classes(after, at) & {"type", "direction"}]
        return after[2] == "the" and bool(kinds) and not _OF & set(after[3 : kinds[0]])
    if after[1] not in ("a", "an", "the", "capital"):
        return False
    nouns = [at for at, word in enumerate(after) if "typeof" in classes_of(word)]
    return bool(nouns) and not _OF & set(after[1 : nouns[0]])


def _classes(words: Sequence[str], at: int) -> frozenset[str]:
    """The classes of a word that is no part of a name: in lower case, or the first of a sentence."""
    if not 0 <= at < len(words) or (words[at][0].isupper() and at and words[at - 1] not in SENTENCE_ENDS):
        return frozenset()
    return classes_of(words[at].lower())


def _listed_with(words: Sequence[str], strange: Sequence[Span], places: Collection[Span]) -> Iterator[Span]:
    """The strange names that a list joins to a place, or to one that is so joined: forwards, and by "and" backwards."""
    ends = {last for _, last in places}
    for first, last in strange:
        if _before_list(words, first, last) in ends:
            ends.add(last)
            yield first, last
    starts = {first for first, _ in places}
    for first, last in reversed(strange):
        if words[last : last + 1] in (["and"], ["or"]) and last + 1 in starts:
            starts.add(first)
            yield first, last


def _before_list(words: Sequence[str], first: int, last: int) -> int:
    """Where what a list has before this name ends; a comma alone joins only what another comma or "and" follows."""
    before = list(words[max(0, first - 2) : first])
    if before[-1:] in (["and"], ["or"]):
        return first - 1 - (before[0] == ",")
    after = list(words[last : last + 2])
    goes_on = after[:1] in (["and"], ["or"]) or (len(after) > 1 and after[0] == "," and after[1][0].isupper())
    return first - 1 if before[-1:] == [","] and goes_on else -1
