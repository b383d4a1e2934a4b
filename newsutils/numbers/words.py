"""Number words in a text: the items of a word numeral one by one, with hyphens, "and", and compounds taken apart."""

from dataclasses import replace

from newsutils.numbers.lexicon import Lexicon
from newsutils.numbers.tokens import Tokens
from newsutils.numbers.wordsum import SECTION_LIMIT, Item, WordSum

HYPHENS = frozenset("-‐‑")
# In most languages "million" needs a number or an article before it.
LEAST_OF_COUNTED = 10**6
ENDS = frozenset(".,;:!?)")


def word_sum(tokens: Tokens, first: int, lexicon: Lexicon) -> tuple[WordSum, int] | None:
    """Sum the number words from a token on: the sum and the token after its last word, None where none stands."""
    total = WordSum(lexicon.joiners, lexicon.vigesimal)
    last = first
    while (found := _items_at(tokens, last, lexicon, last > first)) is not None:
        items, after = found
        longer = replace(total) if len(items) > 1 else total  # a word that does not fit changes nothing
        if not all(_take(longer, item) for item in items):
            break
        total, last = longer, after
    bare = len(tokens) > 1 and total.words == 1 and total.scale >= LEAST_OF_COUNTED and not lexicon.bare_millions
    return (total, last) if last > first and not bare else None


def _take(total: WordSum, item: Item) -> bool:
    if not item.multiplies:
        return total.cardinal(item.value, item.joined)
    if item.value < 1000:
        return total.hundred(item.value)
    return total.thousand(item.value) if item.value < SECTION_LIMIT else total.million(item.value)


def _items_at(tokens: Tokens, index: int, lexicon: Lexicon, inside: bool) -> tuple[list[Item], int] | None:
    """The items of the next word, and the token after it."""
    joined = False
    if inside:
        index = _past_hyphen(tokens, index)
        if lexicon.has("joiner", tokens.word(index)):
            index, joined = _past_hyphen(tokens, index + 1), True
    return _word_items(tokens, index, lexicon, inside, joined)


def _past_hyphen(tokens: Tokens, index: int) -> int:
    """The token after a hyphen in a number word, which some texts have with a blank at both sides: "fifty - two"."""
    hyphen = tokens.word(index) in HYPHENS and tokens.glued(index) == tokens.glued(index + 1)
    return index + 1 if hyphen else index


def _word_items(
    tokens: Tokens, index: int, lexicon: Lexicon, inside: bool, joined: bool
) -> tuple[list[Item], int] | None:
    words = tokens.words
    if hit := lexicon.multipliers.at(words, index):
        return [Item(hit.meaning, True, joined)], hit.last
    if hit := lexicon.cardinals.at(words, index):
        return [Item(hit.meaning, False, joined)], hit.last
    if (hit := lexicon.articles.at(words, index)) and (inside or _article_counts(tokens, hit.last, lexicon)):
        return [Item(hit.meaning, False, joined)], hit.last
    if hit:
        return None
    word = tokens.word(index)
    if lexicon.joiner_prefix and word.startswith(lexicon.joiner_prefix):
        return _prefixed(word[len(lexicon.joiner_prefix) :], index, lexicon, joined=inside)
    parts = list(lexicon.compounds.items(word))
    if parts and joined:
        parts[0] = parts[0]._replace(joined=True)
    return (parts, index + 1) if parts else None


def _article_counts(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether an article before a token is a number: before a multiplier, in a range, after "only", or all alone."""
    if lexicon.multipliers.at(tokens.words, index):
        return True
    if lexicon.has("point", tokens.word(index)) and lexicon.starts_numeral(tokens.word(index + 1)):
        return True
    if not lexicon.lone_article:
        return False
    if lexicon.opens_range(tokens.word(index), tokens.word(index + 1)) or lexicon.has("after-one", tokens.word(index)):
        return True
    alone = tokens.word(index) in ENDS and tokens.gap(index) == ""
    return len(tokens) == 1 or (alone and (index == 1 or lexicon.has("only", tokens.word(index - 2))))


def _prefixed(word: str, index: int, lexicon: Lexicon, joined: bool) -> tuple[list[Item], int] | None:
    """A word with "and" glued to it, as in Arabic."""
    for phrases, multiplies in ((lexicon.multipliers, True), (lexicon.cardinals, False)):
        if hit := phrases.at([word], 0):
            return [Item(hit.meaning, multiplies, joined)], index + 1
    return None
