"""The role of what is counted, from its clause: killed, injured, displaced and the others of the word list.

First the words of the noun itself and what is right beside it ("12 wounded", "wounded civilians"), then the verb before
("killing 7 terrorists"), then the verb after ("50 people in the village were killed"). A role goes along a list whose
members have none of their own ("5 soldiers and 3 civilians were killed"). Nothing crosses the end of a sentence, and a
preposition before the numeral cuts it off from the verb: "killed in 3 strikes", "killed by 2 gunmen".
"""

import itertools
from collections.abc import Sequence

from newsutils.numbers.lexicon import Lexicon
from newsutils.numbers.quantity import COUNT, Quantity
from newsutils.numbers.tokens import Tokens

REACH = 12
LIST_REACH = 3
CLAUSE_ENDS = frozenset(".;:!?()[]…।؛؟")


def add_roles(tokens: Tokens, found: Sequence[Quantity], lexicon: Lexicon) -> None:
    """Set the role of each count of a text; ``found`` holds its quantities in order."""
    counts = [each for each in found if each.kind == COUNT]
    ends = [0, *(each.end for each in counts)]
    starts = [*(each.outer_first for each in counts[1:]), len(tokens)]
    for each, left, right in zip(counts, ends, starts, strict=False):
        each.role = (
            _beside(tokens, each, lexicon)
            or _before(tokens, each, lexicon, left)
            or _after(tokens, each, lexicon, right)
        )
    _along_lists(tokens, counts, lexicon)


def _beside(tokens: Tokens, count: Quantity, lexicon: Lexicon) -> str | None:
    """The role in the words of the noun, or right after it without an auxiliary."""
    index = count.noun.first if count.noun else count.end
    while index <= count.end:
        if hit := lexicon.roles_after.at(tokens.words, index):
            return hit.meaning
        index += 1
    while lexicon.has("role-skip", tokens.word(index - 1)) and index - count.end <= LIST_REACH:
        if hit := lexicon.roles_after.at(tokens.words, index):
            return hit.meaning
        index += 1
    return None


def _before(tokens: Tokens, count: Quantity, lexicon: Lexicon, left: int) -> str | None:
    """The role of a verb before the numeral, with only little words, or a noun and "and", between."""
    index = count.outer_first
    joined = lexicon.has("joiner", tokens.word(index - 1))
    while max(left, count.outer_first - REACH) < index:
        if hit := lexicon.roles_before.before(tokens.words, index):
            return hit.meaning
        index -= 1
        word = tokens.words[index]
        if word in CLAUSE_ENDS or "\n" in tokens.gap(index + 1):
            return None
        if not (lexicon.has("role-link", word) or (joined and not _cuts(word, lexicon))):
            return None
    return None


def _cuts(word: str, lexicon: Lexicon) -> bool:
    return word == "," or lexicon.has("preposition", word) or lexicon.has("auxiliary", word)


def _after(tokens: Tokens, count: Quantity, lexicon: Lexicon, right: int) -> str | None:
    """The role of a verb later in the clause: a passive after its auxiliary, or an intransitive such as "died"."""
    index = count.end
    after_auxiliary = not lexicon.has("passive", "auxiliary")
    while index < min(right, count.end + REACH):
        word = tokens.words[index]
        hit = lexicon.roles_after.at(tokens.words, index)
        if hit and (after_auxiliary or not _needs_auxiliary(word)):
            return hit.meaning
        if word in CLAUSE_ENDS or "\n" in tokens.gap(index):
            return None
        if word in ",،" and not lexicon.has("auxiliary", tokens.word(index + 1)):
            return None
        if after_auxiliary and not (lexicon.has("role-skip", word) or lexicon.has("auxiliary", word)):
            return None
        after_auxiliary = after_auxiliary or lexicon.has("auxiliary", word)
        index += 1
    return None


def _needs_auxiliary(word: str) -> bool:
    return word not in ("died", "fled", "perished")


def _along_lists(tokens: Tokens, counts: Sequence[Quantity], lexicon: Lexicon) -> None:
    """Give members of a list without a role that of their neighbour: forwards, then backwards."""
    pairs = list(itertools.pairwise(counts))
    for one, other in pairs:
        if one.role and not other.role and _is_list(tokens, one, other, lexicon):
            other.role = one.role
    for one, other in reversed(pairs):
        if other.role and not one.role and _is_list(tokens, one, other, lexicon):
            one.role = other.role


def _is_list(tokens: Tokens, one: Quantity, other: Quantity, lexicon: Lexicon) -> bool:
    """Whether only a comma, "and" or "including" stands between two counts."""
    between = tokens.words[one.end : other.outer_first]
    return 0 < len(between) <= LIST_REACH and all(word in ",،、" or lexicon.has("list-link", word) for word in between)
