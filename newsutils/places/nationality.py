"""Whose place the text says a place is: "the Syrian border village of Hawik"."""

from collections.abc import Sequence
from functools import cache

from newsutils.places.gazetteer.tables import read_table
from newsutils.places.lexicon import classes_of

REACH = 6
"""How many tokens before a name may say it."""
NONE = ""


def country_said(words: Sequence[str], first: int) -> str:
    """The code of the country that the words before a name say it lies in, "" for none.

    Args:
        words: the tokens of a text.
        first: the first of the name; "village of", "city of" or the like must stand before it.
    """
    if first < 3 or words[first - 1] != "of" or "typeof" not in classes_of(words[first - 2]):
        return NONE
    for at in range(first - 3, max(first - REACH, 0) - 1, -1):
        if words[at][0].isupper():
            return _countries_by_people().get(words[at].lower(), NONE)
        if not words[at][0].isalpha():
            return NONE
    return NONE


@cache
def _countries_by_people() -> dict[str, str]:
    """The code of the country for each word for its people."""
    rows = read_table("countries.tsv")
    return {form.lower(): code for code, *_, demonyms in rows for form in demonyms.split("|") if form}
