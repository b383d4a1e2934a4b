"""From mentions in their order to names with what the text says about them: containers and words for their kind."""

from collections.abc import Iterator, Sequence

from newsutils.places.gazetteer.entry import Entry
from newsutils.places.gazetteer.tables import transliterated
from newsutils.places.gazetteer.union import Gazetteers
from newsutils.places.lexicon import classes_of, kinds_of_word, people_of
from newsutils.places.matching import MOST_WORDS
from newsutils.places.mention import Mention
from newsutils.places.names import name_key, skeleton
from newsutils.places.nationality import country_said
from newsutils.places.resolve import MOST_CANDIDATES, Name

SKELETON = "~"
CHAIN_BREAKS = frozenset(["and", "or"])
LISTS = frozenset([",", "and", "or", ", and", ", or"])
INSIDE_REACH = 10
"""How many tokens ", a village in the eastern countryside of" may take between a place and what it lies in."""
LINKS = frozenset(["in", "of", "outside", "near"])
OPENING = frozenset([",", "(", "–", "—"])
_MARKS = frozenset("'’s\"”")
_KIND = frozenset(["type", "typeof", "facility", "direction"])


def name_mentions(
    words: Sequence[str], mentions: Sequence[Mention], gazetteers: Gazetteers
) -> tuple[list[Name], list[int]]:
    """The names of a document, and for each mention the index of its name.

    Mentions with one key are one name, but those with a container of their own are told apart where there are several.
    """
    chains = [_container(words, mentions, at) for at in range(len(mentions))]
    keys = _senses(mentions, chains)
    numbers = {key: number for number, key in enumerate(dict.fromkeys(keys))}
    names = [Name(key, candidates(key, gazetteers), count=0) for key, _ in numbers]
    for at, (mention, chain, key) in enumerate(zip(mentions, chains, keys, strict=True)):
        name = names[numbers[key]]
        name.count += 1
        name.type_kinds |= _type_kinds(words, mention)
        name.candidates = _within(name.candidates, country_said(words, mention.first))
        if chain is not None:
            name.containers.add(numbers[keys[chain]])
            if chain == at + 1 and _is_chain(words, mentions, at):
                name.chained.add(numbers[keys[chain]])
    _transliterate(names, gazetteers)
    for name in names:
        if not name.candidates:
            name.candidates, name.partly = parts(name.key, gazetteers), True
    return names, [numbers[key] for key in keys]


def candidates(key: str, gazetteers: Gazetteers) -> tuple[Entry, ...]:
    """The places that a key may mean.

    Those whose people it names, else as it stands, else without "the" before or a word for its kind at its end.
    """
    if key in people_of():
        return _home_of_people(key, gazetteers)
    for form in _forms(key):
        found = gazetteers.find(form)
        if found:
            return found[:MOST_CANDIDATES]
    return ()


def _within(candidates: tuple[Entry, ...], country: str) -> tuple[Entry, ...]:
    """Those of the candidates that lie in a country, if it is said and any do."""
    return tuple(entry for entry in candidates if country and entry.country == country) or candidates


def _home_of_people(key: str, gazetteers: Gazetteers) -> tuple[Entry, ...]:
    found = gazetteers.find(name_key(people_of()[key]))
    return tuple(entry for entry in found if entry.kind == "country")[:1] or found[:1]


def _forms(key: str) -> Iterator[str]:
    yield key
    bare = key.removeprefix("the ")
    yield bare
    rest, _, last = bare.rpartition(" ")
    if rest and "type" in classes_of(last):
        yield rest


def parts(key: str, gazetteers: Gazetteers) -> tuple[Entry, ...]:
    """The places that the longest listed beginning of an unlisted name may mean, as "Colchester General Hospital"."""
    words = key.split(" ")
    for length in range(min(len(words) - 1, MOST_WORDS), 0, -1):
        if length == 1 and classes_of(words[0]):
            break
        found = gazetteers.find(" ".join(words[:length]))
        if found:
            return found[:MOST_CANDIDATES]
    return ()


def _senses(mentions: Sequence[Mention], chains: Sequence[int | None]) -> list[tuple[str, str]]:
    """Each mention's key, and its container's key where mentions of the first key have different ones."""
    containers = [mentions[chain].key if chain is not None else "" for chain in chains]
    known: dict[str, set[str]] = {}
    for mention, container in zip(mentions, containers, strict=True):
        known.setdefault(mention.key, set()).update(filter(None, [container]))
    return [
        (mention.key, container if len(known[mention.key]) > 1 else "")
        for mention, container in zip(mentions, containers, strict=True)
    ]


def _container(words: Sequence[str], mentions: Sequence[Mention], at: int) -> int | None:
    """The mention that the text gives as the container of another: "Paris, Texas", "a village in Hama"."""
    if at + 1 == len(mentions) or mentions[at + 1].first - mentions[at].last > INSIDE_REACH:
        return None
    between = words[mentions[at].last : mentions[at + 1].first]
    if between in ([","], ["("]):
        return at + 1
    return at + 1 if lies_in(between) and not CHAIN_BREAKS & set(between) else None


def lies_in(between: Sequence[str]) -> bool:
    """Whether words say that the place before lies in the one after: "district of", ", a farming village in the"."""
    link = next((at for at, word in enumerate(between) if word in LINKS), None)
    if link is None or "." in between:
        return False
    told = between[:link]
    return not told or told[0] in OPENING or all(map(_is_part_of_name, told))


def _is_part_of_name(word: str) -> bool:
    """Whether a word may still belong to the name before it: "Nurgal district", "St Edmund's School"."""
    return word[0].isupper() or word in _MARKS or bool(_KIND & classes_of(word))


def _is_chain(words: Sequence[str], mentions: Sequence[Mention], at: int) -> bool:
    """Whether only a comma parts a mention from the next, and they are no part of a longer list of names."""
    listed = at and _between(words, mentions, at - 1) in LISTS
    goes_on = at + 2 < len(mentions) and _between(words, mentions, at + 1) in LISTS
    return _between(words, mentions, at) == "," and not listed and not goes_on


def _between(words: Sequence[str], mentions: Sequence[Mention], at: int) -> str:
    """What stands between a mention and the next."""
    return " ".join(words[mentions[at].last : mentions[at + 1].first]).lower()


def _type_kinds(words: Sequence[str], mention: Mention) -> set[str]:
    """The kinds that the words in and beside a mention speak for."""
    kinds = set(kinds_of_word(words[mention.last - 1].lower())) | set(kinds_of_word(words[mention.first].lower()))
    if mention.last < len(words):
        kinds |= set(kinds_of_word(words[mention.last].lower()))
    if mention.first > 1 and words[mention.first - 1].lower() == "of":
        kinds |= set(kinds_of_word(words[mention.first - 2].lower()))
    return kinds


def _transliterate(names: Sequence[Name], gazetteers: Gazetteers) -> None:
    """Look unlisted names up by their skeletons, in the countries that the listed names speak for."""
    countries = {name.candidates[0].country for name in names if name.candidates} & transliterated()
    for name in names:
        if name.candidates or not name.key.isascii() or not countries:
            continue
        found = gazetteers.find(SKELETON + skeleton(name.key))
        name.candidates = tuple(entry for entry in found if entry.country in countries)[:MOST_CANDIDATES]
