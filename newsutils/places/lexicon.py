"""Words that speak for or against a place name, by class."""

from functools import cache

from newsutils.places.gazetteer.tables import read_table


@cache
def word_classes() -> dict[str, frozenset[str]]:
    """The classes of ``data/lexicon.tsv``, and ``demonym`` from the table of countries: class to lower-case words."""
    classes = {name: frozenset(words.split()) for name, words in read_table("lexicon.tsv", __package__)}
    return classes | {"demonym": _demonyms()}


@cache
def classes_of(word: str) -> frozenset[str]:
    """The classes that a word in lower case is in."""
    return _by_word().get(word, frozenset())


@cache
def _by_word() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, words in word_classes().items():
        for word in words:
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


def _demonyms() -> frozenset[str]:
    """Single words for people of a country, and their plurals."""
    forms = {form.lower() for *_, demonyms in read_table("countries.tsv") for form in demonyms.split("|") if form}
    return frozenset(forms | {form + "s" for form in forms} - {"us"})


@cache
def people_of() -> dict[str, str]:
    """The name of the country, or the part of the world, for each word for its people: "turkish" to "Turkey"."""
    listed = [(name, demonyms.split("|")) for _, name, *_, demonyms in read_table("countries.tsv")]
    wider = [(name, forms.split("|")) for name, forms in read_table("demonyms.tsv", __package__)]
    forms = {form.lower(): name for name, found in [*listed, *wider] for form in found if form}
    return {form + ending: name for form, name in forms.items() for ending in ("", "s")}


@cache
def kinds_of_word(word: str) -> tuple[str, ...]:
    """The kinds of places that a word such as "county" or "province" may stand for."""
    return _kinds_by_word().get(word, ())


@cache
def _kinds_by_word() -> dict[str, tuple[str, ...]]:
    return {
        word: tuple(kinds.split())
        for words, kinds in read_table("typewords.tsv", __package__)
        for word in words.split()
    }
