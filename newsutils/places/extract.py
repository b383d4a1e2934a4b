"""Places in a text: recognised, resolved, located."""

from collections.abc import Sequence
from pathlib import Path

from newsutils.places.context import name_mentions
from newsutils.places.evidence import home_of
from newsutils.places.gazetteer.union import open_gazetteers
from newsutils.places.locate import locate
from newsutils.places.place import Place
from newsutils.places.recognise import recognise
from newsutils.places.resolve import resolve
from newsutils.places.tokens import tokenise


def extract_places(
    text: str,
    lang: str = "",
    *,
    title: str | None = None,
    dateline: str | None = None,
    source: str | None = None,
    alternatives: int = 0,
    gazetteers: Sequence[str | Path] = (),
) -> list[Place]:
    """Find the places that a text mentions and put each on the map.

    Args:
        text: running text, a headline or a fragment.
        lang: primary language subtag; "" for unknown.
        title: the headline, as evidence for where the story plays.
        dateline: the place and agency line, as evidence.
        source: the publication, as evidence.
        alternatives: how many other places to give for each mention.
        gazetteers: gazetteer files to search beside the one that is built in.

    Returns:
        The mentions in their order; no two overlap, and `text[place.start:place.end] == place.text`.

    Raises:
        MappedFileError: a file is no gazetteer.
        OSError: a file cannot be opened.
    """
    known = open_gazetteers(tuple(gazetteers))
    tokens = tokenise(text)
    mentions = recognise(text, tokens, known, lang)
    names, numbers = name_mentions(tokens.words, mentions, known)
    resolve(names, home_of([dateline, title, source], known))
    return locate(text, tokens, mentions, [names[number] for number in numbers], alternatives, lang)
