"""Places in a text: recognised, resolved, located."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from newsutils.places.context import name_mentions
from newsutils.places.elision import without_elisions
from newsutils.places.evidence import home_of
from newsutils.places.gazetteer.localised import in_language
from newsutils.places.gazetteer.union import Gazetteers, open_gazetteers
from newsutils.places.lists import NameList, forced
from newsutils.places.locate import locate
from newsutils.places.mention import Mention
from newsutils.places.model import trained_model
from newsutils.places.place import Place
from newsutils.places.recase import recased
from newsutils.places.recognise import recognise
from newsutils.places.resolve import resolve
from newsutils.places.tokens import Tokens, tokenise


class PlaceFinder:
    """Finds places with the gazetteers, lists and model that it is made with.

    Args:
        gazetteers: gazetteer files to search.
        builtin: whether to search the one that is built in, too.
        allow: names that are places wherever they stand with a capital.
        deny: names that are none.
        ner: a model of names as evidence, ``spacy:MODEL``.
        bias: what to add to the score of a place: above 0 more names are found, below 0 fewer are wrong.
        alternatives: how many other places to give for each mention.

    Raises:
        MappedFileError: a file is no gazetteer.
        OSError: a file or a model cannot be opened.
        ImportError: what opens the model is not installed.
        ValueError: `ner` has another form, or there is no gazetteer at all.
    """

    def __init__(
        self,
        *,
        gazetteers: Sequence[str | Path] = (),
        builtin: bool = True,
        allow: Iterable[str] = (),
        deny: Iterable[str] = (),
        ner: str | None = None,
        bias: float = 0.0,
        alternatives: int = 0,
    ) -> None:
        self._gazetteers = open_gazetteers(tuple(gazetteers), builtin)
        self._allow, self._deny = NameList(allow), NameList(deny)
        self._ner = ner
        self._bias = bias
        self._alternatives = alternatives
        if ner:
            from newsutils.places.ner import open_model

            open_model(ner)

    def find(
        self,
        text: str,
        lang: str = "",
        *,
        title: str | None = None,
        dateline: str | None = None,
        source: str | None = None,
    ) -> list[Place]:
        """Find the places of a text; see :func:`extract_places`."""
        gazetteers = in_language(self._gazetteers, lang)
        tokens = without_elisions(recased(tokenise(text), trained_model().word), gazetteers)
        mentions = self._mentions(text, tokens, lang, gazetteers)
        names, numbers = name_mentions(tokens.words, mentions, gazetteers)
        resolve(names, home_of([dateline, title, source], tokens.words, gazetteers))
        return locate(text, tokens, mentions, [names[number] for number in numbers], self._alternatives, lang)

    def _mentions(self, text: str, tokens: Tokens, lang: str, gazetteers: Gazetteers) -> list[Mention]:
        found = recognise(text, tokens, gazetteers, lang, self._bias)
        if self._ner:
            from newsutils.places.ner import open_model, with_evidence

            found = with_evidence(text, tokens, found, open_model(self._ner)(text))
        found = forced(text, tokens, found, self._allow.spans(tokens))
        return [mention for mention in found if mention.key not in self._deny]


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
        gazetteers: gazetteer files to search beside the one that is built in. :class:`PlaceFinder` has more options.

    Returns:
        The mentions in their order; no two overlap, and `text[place.start:place.end] == place.text`.

    Raises:
        MappedFileError: a file is no gazetteer.
        OSError: a file cannot be opened.
    """
    finder = PlaceFinder(gazetteers=gazetteers, alternatives=alternatives)
    return finder.find(text, lang, title=title, dateline=dateline, source=source)
