"""What the tagger sees of a token: its word, the words around it, the gazetteer, and the rest of the document."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from newsutils.places.gazetteer.union import Gazetteers
from newsutils.places.lexicon import classes_of, word_classes
from newsutils.places.matching import Match
from newsutils.places.model import WordFacts
from newsutils.places.names import name_key


def shape(word: str) -> str:
    """Capitals as X, other letters as x, digits as 0, runs of one kind once: "McKinley" is XxXx."""
    if len(word) > 1 and word.isalpha() and word[1:].islower():
        return "Xx" if word[0].isupper() else "x"
    found = ""
    for letter in word:
        kind = "X" if letter.isupper() else "x" if letter.isalpha() else "0" if letter.isdigit() else letter
        if not found.endswith(kind):
            found += kind
    return found[:8] + ("1" if len(word) == 1 else "")


def word_features(word: str, facts: WordFacts) -> list[str]:
    """The features of a word for the tokens around it."""
    lower = word.lower()
    case, people, cluster = facts(lower)
    form = shape(word)
    found = [f"w={lower}", f"h={form}", f"c={case}", *(f"k={name}" for name in classes_of(lower))]
    if word[0].isalpha():
        found.append(f"K={cluster}")
    if people:
        found.append(f"n={people}")
    if word[0].isupper():
        found += [
            f"hc={form}{case}",
            f"s3={lower[-3:]}",
            f"s2={lower[-2:]}",
            f"s4={lower[-4:]}",
            f"p3={lower[:3]}",
            f"len={min(len(word), 8)}",
            f"U={cluster}",
        ]
    return found


@dataclass(slots=True)
class Surroundings:
    """What is asked of a whole document: its matches by token, and what its words do elsewhere in it.

    Attributes:
        matches: for each token the match that it is part of, None for most.
        capitals: the tokens with a capital.
        lower: words that stand in lower case.
        placed: capitalised words that stand after "in" or the like.
        chained: capitalised words that a comma and a country or region follow.
        people: words that follow a title or a given name.
        longer: words that follow a capitalised word.
    """

    matches: list[Match | None]
    capitals: list[int]
    lower: set[str]
    placed: set[str] = field(default_factory=set)
    chained: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    longer: set[str] = field(default_factory=set)

    def roles(self, lower: str) -> str:
        """A letter for each of these sets that has the word."""
        found = "l" if lower in self.lower else ""
        if lower in self.placed:
            found += "p"
        if lower in self.chained:
            found += "c"
        if lower in self.people:
            found += "h"
        return found + "g" if lower in self.longer else found


def look_around(
    words: Sequence[str], matches: Sequence[Match], gazetteers: Gazetteers, facts: WordFacts
) -> Surroundings:
    """Gather what the features of all tokens of a document need. Linear."""
    by_token: list[Match | None] = [None] * len(words)
    for match in matches:
        by_token[match.first : match.last] = [match] * (match.last - match.first)
    capitals = [at for at, word in enumerate(words) if word[0].isupper()]
    lower = {word for word in set(words) if word[0].isalpha() and not word[0].isupper()}
    seen = Surroundings(by_token, capitals, lower)
    for at in capitals:
        _note(seen, words, at, gazetteers, facts)
    return seen


def _note(seen: Surroundings, words: Sequence[str], at: int, gazetteers: Gazetteers, facts: WordFacts) -> None:
    word = words[at].lower()
    inside, person, longer = _roles_after(words[at - 1] if at else ".", facts)
    if inside:
        seen.placed.add(word)
    if person:
        seen.people.add(word)
    if longer:
        seen.longer.add(word)
    if _kind_after_comma(seen, words, at + 1, gazetteers) in CHAINING:
        seen.chained.add(word)


CHAINING = frozenset(["country", "region"])


@lru_cache(maxsize=1 << 14)
def _roles_after(before: str, facts: WordFacts) -> tuple[bool, bool, bool]:
    """What a word says of the capitalised one after it: that it stands after "in", is a person's, goes on a name."""
    lower, capital = before.lower(), before[0].isupper()
    classes = classes_of(lower)
    return "inside" in classes, "title" in classes or (capital and bool(facts(lower).people & 1)), capital


@lru_cache(maxsize=1 << 14)
def match_features(key: str, words: int, gazetteers: Gazetteers) -> tuple[str, ...]:
    """What the gazetteer says of a name: how many people, which kind, how it is known."""
    entries = gazetteers.foremost(key)
    best = entries[0]
    people = best.population.bit_length() // 2
    own = any(name_key(entry.name) == key for entry in entries)
    return (f"{best.kind[:6]}", f"{people}", f"{words}{'m' if own else 'a'}")


Context = tuple[tuple[str, ...], ...]
"""What a token's features of more than the words within two tokens are made of, in the parts of ``SPELLED``: each has
few values, so that they can be remembered, and no feature is of several parts."""


def run_contexts(
    words: Sequence[str], run: tuple[int, int], seen: Surroundings, gazetteers: Gazetteers, facts: WordFacts
) -> Iterator[Context]:
    """The contexts of the tokens of a run."""
    first, last = run
    before = words[first - 1].lower() if first else "."
    after = words[last].lower() if last < len(words) else "."
    for at in range(first, last):
        lower = words[at].lower()
        match = seen.matches[at]
        place = _place_in(match, at)
        since = STEPS[at - first] if at - first < 3 else "3"
        until = STEPS[last - at] if last - at < 3 else "3"
        kind, people, known = match_features(match.key, match.last - match.first, gazetteers) if match else UNLISTED
        follows = _kind_after_comma(seen, words, match.last if match else at + 1, gazetteers)
        telling, told = _class_after(words, at, last), _class_before(words, at, first)
        yield (
            (place, kind, people, known, STEPS[facts(lower).case]),
            (place, seen.roles(lower), since, until),
            (place, kind, follows, telling, told),
            (place, before, since),
            (place, after, until),
        )


STEPS = (*map(str, range(10)), "-1")
"""Small numbers as text; the last is :data:`newsutils.places.model.NO_CASE`."""
UNLISTED = ("", "", "")


def _place_in(match: Match | None, at: int) -> str:
    """Where a token stands in a listed name: begin, middle, end; single; in none."""
    if not match:
        return "-"
    if match.last - match.first == 1:
        return "S"
    return "B" if at == match.first else "E" if at == match.last - 1 else "M"


def _kind_after_comma(seen: Surroundings, words: Sequence[str], end: int, gazetteers: Gazetteers) -> str:
    """The kind of the listed name after a comma at `end`, "" where there is none."""
    if end + 1 < len(words) and words[end] == "," and (follows := seen.matches[end + 1]):
        return gazetteers.foremost(follows.key)[0].kind
    return ""


TELLING_REACH = 6
TELLING = ("organisation", "team", "road", "facility", "type", "title")


@lru_cache(maxsize=1 << 14)
def _telling(word: str) -> str:
    """The first letter of the first telling class of a word, "" where it has none."""
    classes = classes_of(word.lower())
    return next((name[0] for name in TELLING if name in classes), "")


def _class_after(words: Sequence[str], at: int, last: int) -> str:
    """The first telling class of the capitalised words that follow without a mark between."""
    for after in range(at + 1, min(last, at + TELLING_REACH)):
        if not words[after][0].isupper():
            return ""
        if name := _telling(words[after]):
            return f"{name}{min(after - at, 3)}"
    return ""


def _class_before(words: Sequence[str], at: int, first: int) -> str:
    """The last telling class of the words before, in the same name or before "of"."""
    for before in range(at - 1, max(first, at - 4) - 1, -1):
        letter = words[before][0]
        if not letter.isalpha():
            return ""
        if letter.isupper() and (name := _telling(words[before])):
            return f"{name}{min(at - before, 3)}{'o' if words[at - 1] == 'of' else ''}"
    return ""


def spelled_context(context: Context) -> Iterator[str]:
    """The names of the features of a context."""
    for number, part in enumerate(context):
        yield from SPELLED[number](*part)


def _spelled_listed(place: str, kind: str, people: str, known: str, case: str) -> Iterator[str]:
    yield f"g={place}"
    yield f"gk={place}{kind}"
    yield f"gp={place}{people}"
    yield f"gw={place}{known}"
    yield f"gpc={place}{people}/{case}"
    yield f"gkc={kind}{known}/{case}"


def _spelled_document(place: str, document: str, since: str, until: str) -> Iterator[str]:
    yield f"d={document}"
    yield from (f"d1={letter}" for letter in document)
    yield from (f"dg={letter}{place}" for letter in document)
    yield f"rp={since}{until}"


def _spelled_telling(place: str, kind: str, follows: str, telling: str, told: str) -> Iterator[str]:
    yield f"f={follows}"
    yield f"fg={follows}{place}"
    yield f"ta={telling}"
    yield f"tb={told}"
    yield f"tag={telling}{place}{kind}"
    yield f"tbg={told}{place}{kind}"
    yield f"tab={telling}/{told}"


def _spelled_before(place: str, before: str, since: str) -> Iterator[str]:
    yield f"rb={before}"
    yield f"rbp={before}/{since}{place}"
    yield from (f"rbk={name}/{place}{since}" for name in classes_of(before))


def _spelled_after(place: str, after: str, until: str) -> Iterator[str]:
    yield f"ra={after}"
    yield f"rap={after}/{until}{place}"
    yield from (f"rak={name}/{place}{until}" for name in classes_of(after))


SPELLED: tuple[Callable[..., Iterator[str]], ...] = (
    _spelled_listed,
    _spelled_document,
    _spelled_telling,
    _spelled_before,
    _spelled_after,
)
"""What spells the features of each part of a context."""


def runs(words: Sequence[str], capitals: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The stretches in which names may stand: capitalised words with at most two joining tokens between them."""
    start = last = -1
    for at in capitals:
        if start >= 0 and at - last <= 3 and all(words[mid].lower() in JOINING for mid in range(last + 1, at)):
            last = at
            continue
        if start >= 0:
            yield start, last + 1
        start, last = _with_article(words, at), at
    if start >= 0:
        yield start, last + 1


JOINING = word_classes()["joining"]
"""Words and marks that may stand inside a name."""


def _with_article(words: Sequence[str], at: int) -> int:
    """Where a name starts whose first capital stands here: before an article that is joined to it."""
    joined = at > 1 and words[at - 1] in "-‐‑" and words[at - 2].lower() in JOINING and words[at - 2].isalpha()
    return at - 2 if joined else at
