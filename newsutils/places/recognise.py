"""Which spans of a text are mentions of places."""

from collections.abc import Collection, Sequence

from newsutils.places.announced import find_announced
from newsutils.places.gazetteer.localised import Localised
from newsutils.places.gazetteer.union import Gazetteers
from newsutils.places.grammar import find_built_names, phrases
from newsutils.places.kinded import find_kinded
from newsutils.places.lexicon import classes_of
from newsutils.places.matching import ARTICLES, Match, find_matches
from newsutils.places.mention import Mention
from newsutils.places.model import trained_model
from newsutils.places.names import is_latin, name_key, token_key
from newsutils.places.tagger import Tagged, trained_tagger
from newsutils.places.tokens import Tokens, is_hyphen
from newsutils.places.untagged import is_word, likely_places

FAMILY, ALWAYS = 2, 9
"""What :class:`newsutils.places.model.Facts` say of family names, and of words that always have a capital."""
TAGGED_LANGUAGES = frozenset(["", "en"])
DESCRIBING = frozenset(["led", "backed", "run", "affiliated", "linked", "aligned", "allied"])


def recognise(text: str, tokens: Tokens, gazetteers: Gazetteers, lang: str, bias: float = 0.0) -> list[Mention]:
    """The mentions of a text in their order; none overlaps another.

    In English, and where the language is not known, the tagger finds names in Latin letters; elsewhere the gazetteer
    alone does.
    """
    matches = find_matches(tokens, gazetteers)
    if lang not in TAGGED_LANGUAGES:
        return settle(text, tokens, gazetteers, matches, None)
    tagged = trained_tagger().tag(tokens.words, matches, gazetteers, bias)
    untagged = [match for match in matches if not is_latin(tokens.words[match.first])]
    return settle(text, tokens, gazetteers, untagged, tagged)


def settle(
    text: str, tokens: Tokens, gazetteers: Gazetteers, matches: Sequence[Match], tagged: Sequence[Tagged] | None
) -> list[Mention]:
    """The mentions among listed names, what the tagger has found, and names that are built or announced as places'.

    Args:
        text: the text.
        tokens: its tokens.
        gazetteers: where to look names up.
        matches: listed names, to be taken where the tagger has found nothing.
        tagged: what the tagger has found; None where the language is none of its.
    """
    listed = likely_places(tokens.words, matches, gazetteers)
    margins = _margins(tokens.words, [one for one in tagged or () if not _is_other(tokens.words, one, gazetteers)])
    found = merge(list(margins), [(match.first, match.last) for match in listed])
    runs = list(phrases(tokens.words))
    if isinstance(gazetteers, Localised):
        found = merge(found, find_kinded(tokens.words, gazetteers))
        runs = [run for run in runs if not is_word(tokens.words[run[0]], gazetteers)]
    spans = merge(find_built_names(tokens, runs), found)
    if tagged is not None:
        spans += find_announced(tokens.words, runs, spans, trained_model().word)
    keys = {(match.first, match.last): match.key for match in listed}
    return [_mention(text, tokens, span, margins.get(span), keys.get(span)) for span in sorted(spans)]


def _is_other(words: Sequence[str], tagged: Tagged, gazetteers: Gazetteers) -> bool:
    """Whether what the tagger has found names no place: an article, an agency, a part of a longer name, a person."""
    single = tagged.last - tagged.first == 1
    return (
        (single and (words[tagged.first] in ARTICLES or "degree" in classes_of(words[tagged.first].lower())))
        or _is_agency(words, tagged, gazetteers)
        or _names_others(words, tagged.first, tagged.last)
        or _is_bearer(words, tagged)
    )


def _margins(words: Sequence[str], tagged: Sequence[Tagged]) -> dict[tuple[int, int], float]:
    """The margin of each span, which begins with a joined article unless that is of the span before."""
    margins: dict[tuple[int, int], float] = {}
    reach = 0
    for one in tagged:
        first = _with_article(words, one.first)
        margins[first if first >= reach else one.first, _with_number(words, one.last)] = one.margin
        reach = one.last
    return margins


def _with_number(words: Sequence[str], last: int) -> int:
    """Where a name ends that the number of a road follows: "Interstate 45"."""
    numbered = "numbered" in classes_of(words[last - 1].lower())
    return last + (numbered and last < len(words) and words[last].isdigit())


def _with_article(words: Sequence[str], first: int) -> int:
    """Where a name starts with the article that is joined to it, and the word before: al-Panorama, Ayta al-Shab."""
    first += is_hyphen(words[first])
    joined = first > 1 and is_hyphen(words[first - 1]) and words[first - 2].lower() in ARTICLES
    first = first - 2 if joined else first
    if first < 2 or words[first].lower() not in ARTICLES or not words[first - 1][0].isupper():
        return first
    free = not classes_of(words[first - 1].lower()) and words[first - 2] not in ".!?"
    return first - 1 if free else first


def _is_bearer(words: Sequence[str], tagged: Tagged) -> bool:
    """Whether a word is a person's name: after a title, or before what is a family name and nothing else."""
    if tagged.last - tagged.first > 1:
        return False
    before = words[tagged.first - 1].lower() if tagged.first else ""
    after = words[tagged.last] if tagged.last < len(words) else "."
    known = trained_model().word(after.lower())
    family = after[0].isupper() and known.people & FAMILY and not classes_of(after.lower()) and known.case == ALWAYS
    return "title" in classes_of(before) or bool(family)


def _names_others(words: Sequence[str], first: int, last: int) -> bool:
    """Whether a name is part of a longer one: "Saba news agency", "Interfax-Ukraine", "Saudi-led", "Liwa al-Quds"."""
    if first > 1 and is_hyphen(words[first - 1]) and "agency" in classes_of(words[first - 2].lower()):
        return True
    first = _with_article(words, first)
    if words[first].lower() in ARTICLES and first and "organisation" in classes_of(words[first - 1].lower()):
        return True
    after = [word.lower() for word in words[last : last + 2]]
    return after[:1] == ["news"] or (len(after) > 1 and is_hyphen(after[0]) and after[1] in DESCRIBING)


def _is_agency(words: Sequence[str], tagged: Tagged, gazetteers: Gazetteers) -> bool:
    """Whether a name is an agency's short one that some town bears by chance: SANA is not Sanaa."""
    word = words[tagged.first]
    if tagged.last - tagged.first > 1 or not word.isupper() or "agency" not in classes_of(word.lower()):
        return False
    return all(entry.kind == "town" for entry in gazetteers.foremost(token_key(word))[:1])


def merge(preferred: Collection[tuple[int, int]], others: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The preferred spans and those of the others that touch none of them, in order."""
    taken = {at for first, last in preferred for at in range(first, last)}
    free = [(first, last) for first, last in others if not taken.intersection(range(first, last))]
    return sorted([*preferred, *free])


def _mention(text: str, tokens: Tokens, span: tuple[int, int], margin: float | None, key: str | None) -> Mention:
    first, last = span
    start, end = tokens.starts[first], tokens.ends[last - 1]
    return Mention(first, last, start, end, key or name_key(text[start:end]), margin)
