"""The role of what is counted, from its clause: killed, injured, displaced and the others of the word list.

First what is right beside the noun ("12 villagers dead"), then the verb before ("killing 7 terrorists", also "freed 31
captured soldiers"), then the words of the noun itself ("wounded civilians", "37 deaths"), then the verb after ("50
people in the village were killed"). A role goes along a list whose members have none of their own ("5 soldiers and 3
civilians were killed"), but not from the words of a noun, and of "11 of its 4,500 residents" to the part. Nothing
crosses the end of a sentence, and a preposition before the numeral cuts it off from the verb: "killed in 3 strikes",
"killed by 2 gunmen".
"""

import itertools
from collections.abc import Sequence

from newsutils.numbers.lexicon import Lexicon
from newsutils.numbers.quantity import COUNT, Quantity
from newsutils.numbers.shares import is_share
from newsutils.numbers.tokens import Tokens

KILLED, DESTROYED, RESCUED = "killed", "destroyed", "rescued"
NOUN_FIRST, SLAVIC = "first", "slavic"
PHRASE_REACH = 5
REACH = 12
LIST_REACH = 3
COMMAS = frozenset(",،、")
QUOTES = frozenset("\"'“”‘’«»")
CLAUSE_ENDS = frozenset(".;:!?()[]…।؛؟")


def add_roles(tokens: Tokens, found: Sequence[Quantity], lexicon: Lexicon) -> None:
    """Set the role of each count of a text; ``found`` holds its quantities in order."""
    if lexicon.role_words.isdisjoint(tokens.words):
        return
    counts = [each for each in found if each.kind == COUNT]
    ends = [0, *(each.end for each in counts)]
    starts = [*(each.outer_first for each in counts[1:]), len(tokens)]
    for each, left, right in zip(counts, ends, starts, strict=False):
        each.role = _role(tokens, each, lexicon, left, right)
    _along_lists(tokens, counts, lexicon)
    for each in counts:
        if each.role == DESTROYED and _are_people(tokens, each, lexicon):
            each.role = KILLED


def _role(tokens: Tokens, count: Quantity, lexicon: Lexicon, left: int, right: int) -> str | None:
    """The role by what is nearest: a count right before an auxiliary is the subject of what follows."""
    if role := _beside(tokens, count, lexicon):
        # "Liberaron a 27 soldados heridos."
        return RESCUED if _before(tokens, count, lexicon, left) == RESCUED else role
    before, after = _before(tokens, count, lexicon, left), _after(tokens, count, lexicon, right)
    is_subject = lexicon.has("auxiliary", tokens.word(count.end))
    named = _in_noun(tokens, count, lexicon)
    joined = lexicon.has("joiner", tokens.word(count.outer_first - 1))
    if is_subject:
        return named if named == KILLED else after or named or (None if joined else before)
    if named == KILLED and before == RESCUED:
        return named  # "recuperato otto cadaveri"
    return (named or before or after) if joined else (before or named or after)


def _are_people(tokens: Tokens, count: Quantity, lexicon: Lexicon) -> bool:
    """Whether the noun names people, for whom "destroyed" means killed, as in Russian reports of war."""
    noun = count.noun
    return noun is not None and tokens.words[noun.last - 1].startswith(lexicon.person_stems)


def _in_noun(tokens: Tokens, count: Quantity, lexicon: Lexicon) -> str | None:
    """The role in the words of the noun: wounded civilians, new cases."""
    first, last = (count.noun.first, count.noun.last) if count.noun else (0, 0)
    hits = (lexicon.roles_after.at(tokens.words, index) for index in range(first, last))
    return next((hit.meaning for hit in hits if hit), None)


def _beside(tokens: Tokens, count: Quantity, lexicon: Lexicon) -> str | None:
    """The role of what stands right after the noun with no more than adverbs between."""
    index = last = count.end
    while index <= last or (lexicon.has("role-skip", tokens.word(index - 1)) and index - last <= LIST_REACH):
        hit = lexicon.roles_after.at(tokens.words, index)
        if hit and not _has_object(tokens, hit.first, hit.last, lexicon):
            return hit.meaning
        index += 1
    return None


def _has_object(tokens: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a word that may be a participle is an active verb here: "15 tanks captured 3 villages"."""
    if not lexicon.roles_before.at(tokens.words, first):
        return False
    word = tokens.word(last)
    if word[:1].isdecimal() or lexicon.starts_numeral(word):
        return True
    return lexicon.ambiguous_participles and lexicon.has("determiner", word)


def _is_ambiguous(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether a word is past tense as well as participle, as "killed" is in English."""
    return lexicon.ambiguous_participles and lexicon.roles_before.at(tokens.words, index) is not None


def _before(tokens: Tokens, count: Quantity, lexicon: Lexicon, left: int) -> str | None:
    """The role of a verb before the numeral, with only little words, or a noun and "and", between."""
    index, joined = count.outer_first, lexicon.has("joiner", tokens.word(count.outer_first - 1))
    if joined and lexicon.ambiguous_participles and tokens.word(count.end).endswith("ed"):
        return None  # "12 dead and 30 treated"
    sourced = False
    while max(left, count.outer_first - REACH) < index:
        if hit := lexicon.roles_before.before(tokens.words, index):
            passive = joined and lexicon.has("auxiliary", tokens.word(hit.first - 1))
            thing = lexicon.has("role-of-people", tokens.words[hit.first]) and not _are_people(tokens, count, lexicon)
            return None if passive or thing else hit.meaning
        index -= 4 if joined and _is_aside(tokens, index) else 1
        word = tokens.words[index]
        if word in CLAUSE_ENDS or "\n" in tokens.gap(index + 1):
            return None
        sourced = sourced or lexicon.has("source", word)
        if word in QUOTES:
            continue
        if sourced and lexicon.has("preposition", word):
            sourced = False  # "starben nach Angaben der Polizei 31 Menschen"
            continue
        if lexicon.noun_phrase == SLAVIC and (role := _past_phrase(tokens, count, index, lexicon)):
            return role
        if not (lexicon.has("role-link", word) or ((joined or lexicon.verb_first) and not _cuts(word, lexicon))):
            return None
    return None


def _past_phrase(tokens: Tokens, count: Quantity, index: int, lexicon: Lexicon) -> str | None:
    """The role of a verb before a prepositional phrase and people: "спасли из горящего здания 27 человек"."""
    if not _are_people(tokens, count, lexicon) or index != count.outer_first - 1:
        return None
    for start in range(index, max(0, index - PHRASE_REACH), -1):
        if not tokens.words[start].isalpha():
            return None
        if start < index and lexicon.has("preposition", tokens.words[start]):
            hit = lexicon.roles_before.before(tokens.words, start)
            return hit.meaning if hit else None
    return None


def _is_aside(tokens: Tokens, last: int) -> bool:
    """Whether an age between commas ends before a token: "killed Colonel Haddad, 52, and two guards"."""
    return tokens.word(last - 1) in COMMAS and tokens.word(last - 3) in COMMAS and tokens.word(last - 2).isdecimal()


def _cuts(word: str, lexicon: Lexicon) -> bool:
    return word == "," or lexicon.has("preposition", word) or lexicon.has("auxiliary", word)


def _after(tokens: Tokens, count: Quantity, lexicon: Lexicon, right: int) -> str | None:
    """The role of a verb later in the clause: a passive after its auxiliary, or an intransitive such as "died"."""
    passive = active = False
    if lexicon.comma_clauses and _is_in_phrase(tokens, count, lexicon):
        return None
    index = _past_aside(tokens, count.end, lexicon)
    last = min(max(right, index + 1), index + REACH, len(tokens))
    while index < last:
        word = tokens.words[index]
        hit = lexicon.roles_after.at(tokens.words, index)
        acts = active and lexicon.roles_before.at(tokens.words, index)
        if hit and lexicon.has("fall", word) and not _are_people(tokens, count, lexicon):
            return None
        if hit and not acts and (passive or not _is_ambiguous(tokens, index, lexicon)):
            return None if lexicon.comma_clauses and _has_object(tokens, index, hit.last, lexicon) else hit.meaning
        auxiliary = lexicon.has("auxiliary", word)
        if _ends_clause(tokens, index, lexicon):
            return None
        if passive and not lexicon.verb_last and not (auxiliary or lexicon.has("role-skip", word)):
            return None
        active = lexicon.has("active-auxiliary", word) or (active and not auxiliary)
        passive = passive or auxiliary
        index += 1
    return None


def _is_in_phrase(tokens: Tokens, count: Quantity, lexicon: Lexicon) -> bool:
    """Whether a preposition governs the count, which then is no subject: "внаслідок удару двох ракет зруйновано"."""
    reach = (1, 2) if lexicon.noun_phrase == SLAVIC else (1,)
    return any(lexicon.has("preposition", tokens.word(count.outer_first - back)) for back in reach)


def _past_aside(tokens: Tokens, index: int, lexicon: Lexicon) -> int:
    """Past an aside between commas that a verb follows: "three people, including a boy, were killed"."""
    if tokens.word(index) not in COMMAS:
        return index
    for last in range(index + 1, min(index + REACH, len(tokens) - 1)):
        word = tokens.words[last]
        verb = lexicon.has("auxiliary", tokens.words[last + 1]) or lexicon.roles_after.at(tokens.words, last + 1)
        if word in COMMAS and verb:
            return last + 1
        if word in CLAUSE_ENDS:
            break
    return index


def _ends_clause(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether a token ends the clause; a comma before an auxiliary closes an aside ("people, 6 women too, were")."""
    if tokens.words[index] in CLAUSE_ENDS or "\n" in tokens.gap(index):
        return True
    return tokens.words[index] in COMMAS and not lexicon.has("auxiliary", tokens.word(index + 1))


def _along_lists(tokens: Tokens, counts: Sequence[Quantity], lexicon: Lexicon) -> None:
    """Give members of a list without a role that of their neighbour: forwards, then backwards."""
    pairs = list(itertools.pairwise(counts))
    for one, other in pairs:
        if other.role and not one.role and is_share(tokens, one, other, lexicon):
            one.role, other.role = other.role, None
        elif other.role and not one.role and _are_members(tokens, one, other, lexicon):
            one.role = other.role
    for one, other in pairs:
        if one.role and not other.role and _shares_role(tokens, one, other, one, lexicon):
            other.role = one.role
    for one, other in reversed(pairs):
        if other.role and not one.role and _shares_role(tokens, one, other, other, lexicon):
            one.role = other.role


def _are_members(tokens: Tokens, one: Quantity, other: Quantity, lexicon: Lexicon) -> bool:
    """Whether the first are said to be among the second: "three children were among the 18 killed"."""
    between = tokens.words[one.end : other.outer_first]
    links = [word for word in between if not (lexicon.has("auxiliary", word) or lexicon.has("determiner", word))]
    return len(links) == 1 < len(between) and lexicon.has("member-link", links[0])


def _is_joined(word: str, lexicon: Lexicon) -> bool:
    """Whether "and" is glued to the numeral, as in Arabic."""
    return bool(lexicon.joiner_prefix) and word.startswith(lexicon.joiner_prefix)


def _ends_member(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether a member of a list ends before a token, and no verb follows that would make it a clause of its own."""
    word = tokens.word(index)
    return not word or word in COMMAS or word in CLAUSE_ENDS or lexicon.has("joiner", word)


def _is_whole(tokens: Tokens, count: Quantity, lexicon: Lexicon) -> bool:
    """Whether "of" stands before a count, of which the next is a part: "sur les 230 passagers, 19 sont morts"."""
    return any(lexicon.has("partitive", tokens.word(count.outer_first - back)) for back in (1, 2))


def _shares_role(tokens: Tokens, one: Quantity, other: Quantity, source: Quantity, lexicon: Lexicon) -> bool:
    """Whether two neighbours have the role of one of them: members of a list, or a count and a part of it."""
    between = tokens.words[one.end : other.outer_first]
    if not between and _is_joined(tokens.words[other.outer_first], lexicon):
        return _in_noun(tokens, source, lexicon) is None
    if not between or len(between) > REACH or any(word in CLAUSE_ENDS for word in between):
        return False
    if lexicon.parts.before(tokens.words, other.outer_first) or lexicon.parts_after.at(tokens.words, other.outer_last):
        return True
    if _in_noun(tokens, source, lexicon):
        return False
    if lexicon.comma_clauses and between[0] in COMMAS:
        begins_clause = len(between) == 1 and not _ends_member(tokens, other.end, lexicon)
        if begins_clause or _is_whole(tokens, one, lexicon):
            return False
    links = [word in COMMAS or lexicon.has("joiner", word) for word in between]
    if lexicon.noun_phrase == NOUN_FIRST and links[-1]:
        words = (word for word in tokens.raw[one.end : other.outer_first - 1] if word.islower())
        return not any(lexicon.is_function_word(word) for word in words)
    return len(between) <= LIST_REACH and all(links)
