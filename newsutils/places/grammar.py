"""Place names that no list holds, found by how they are built and by what stands around them.

A name phrase is a run of capitalised words, in which an article may be joined to the next word ("Wadi al-Shahout").
It is a place when it starts with a word such as Jabal, Wadi or Khirbet, when a word such as village or crossing
follows, when "the town of" or "the neighbourhoods of" stands before, or when it is a name with an article after "in"
or "near". What is joined to such a name by a comma or "and" in the same list, and what bears the same name elsewhere
in the document, is a place too; a name that people of the document bear is not.
"""

from collections.abc import Iterator, Sequence

from newsutils.places.lexicon import classes_of
from newsutils.places.matching import ARTICLES, may_start_name
from newsutils.places.tokens import Tokens, is_hyphen

MOST_WORDS = 5
LONGEST_ARTICLE = max(map(len, ARTICLES))
LIST_REACH = 12
"""How many tokens a list of names may span from "the villages of" to its last name."""
_AGAINST = frozenset(["title", "organisation", "team", "time", "agency", "demonym", "function"])


def find_built_names(tokens: Tokens, runs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans of tokens, (first, last), that are place names by their make or their surroundings. Linear.

    Args:
        tokens: the text.
        runs: its :func:`phrases`.
    """
    places = {run for run in runs if _is_place(tokens.words, *run)}
    if not places:
        return []
    people = {tuple(tokens.words[first:last]) for first, last in runs if is_person(tokens.words, first, last)}
    found: list[tuple[int, int]] = []
    for first, last in runs:
        if tuple(tokens.words[first:last]) in people:
            continue
        if (first, last) in places or (found and _continues(tokens.words, found[-1], first, last)):
            found.append((first, last))
    return _with_repeats(tokens.words, runs, found)


def phrases(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The runs of capitalised words, with articles that are joined to them, as (first, last)."""
    reach = 0
    for at in [at for at, word in enumerate(words) if word[0].isupper() or word in ARTICLES]:
        if at >= reach and may_start_name(words, at):
            reach = _phrase_end(words, at)
            yield at, reach


def _phrase_end(words: Sequence[str], first: int) -> int:
    at = first
    for _ in range(MOST_WORDS):
        if at >= len(words):
            break
        step = 3 if len(words[at]) <= LONGEST_ARTICLE and _joined(words, at) else 1
        if step == 1 and not words[at][0].isupper():
            break
        at += step
        if at < len(words) and is_hyphen(words[at]) and at + 1 < len(words) and words[at + 1][0].isupper():
            at += 1
    return at


def _joined(words: Sequence[str], at: int) -> bool:
    """Whether an article, a hyphen and a capitalised word stand here."""
    if at + 2 >= len(words) or not is_hyphen(words[at + 1]):
        return False
    return words[at].lower() in ARTICLES and words[at + 2][0].isupper()


def _is_place(words: Sequence[str], first: int, last: int) -> bool:
    headed = last - first > 1 and "head" in classes_of(words[first].lower()) and not _is_sentence_start(words, first)
    if not (
        headed
        or _settled_before(words, first)
        or (_has_article(words, first, last) and _in_place_context(words, first, last))
    ):
        return False
    return all(_AGAINST.isdisjoint(classes_of(word.lower())) for word in words[first:last])


def _has_article(words: Sequence[str], first: int, last: int) -> bool:
    return last - first > 2 and any(_joined(words, at) for at in range(first, last))


def _in_place_context(words: Sequence[str], first: int, last: int) -> bool:
    before = classes_of(words[first - 1].lower()) if first else frozenset()
    after = classes_of(words[last].lower()) if last < len(words) and words[last][0].islower() else frozenset()
    return "inside" in before or "type" in after or _typed_before(words, first)


def _typed_before(words: Sequence[str], first: int) -> bool:
    """Whether "the town of", "the southeast of" or the like stands before."""
    if first < 2 or words[first - 1].lower() != "of":
        return False
    return bool({"typeof", "direction"} & classes_of(words[first - 2].lower()))


def _settled_before(words: Sequence[str], first: int) -> bool:
    """Whether "the village of" or "the countryside of" stands before, not "the state of", which men have too."""
    return first > 1 and words[first - 1].lower() == "of" and "settled" in classes_of(words[first - 2].lower())


def _continues(words: Sequence[str], previous: tuple[int, int], first: int, last: int) -> bool:
    """Whether a name with an article goes on a list of places: "al-Orfi, al-Huweiqa and al-Rasafa"."""
    between = words[previous[1] : first]
    return (
        _has_article(words, first, last)
        and len(between) <= LIST_REACH
        and len(between) > 0
        and between[-1].lower() in ("and", ",", "or")
        and all(word in ",;" or word.lower() in ("and", "or", "the") or word[0].islower() for word in between)
        and not is_person(words, first, last)
    )


def is_person(words: Sequence[str], first: int, last: int) -> bool:
    """Whether a title stands before a name, or "said" after it."""
    before = classes_of(words[first - 1].lower()) if first else frozenset()
    after = classes_of(words[last].lower()) if last < len(words) else frozenset()
    return "title" in before or "said" in after


def _is_sentence_start(words: Sequence[str], first: int) -> bool:
    return first == 0 or words[first - 1] in ".!?"


def _with_repeats(
    words: Sequence[str], runs: Sequence[tuple[int, int]], found: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    names = {tuple(words[first:last]) for first, last in found}
    return [(first, last) for first, last in runs if tuple(words[first:last]) in names]
