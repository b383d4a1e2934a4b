"""Sentences as values: the spans between the boundaries of a text."""

import msgspec

from newsutils.sentences.boundaries import PLAIN_RULE, splitter


class Sentence(msgspec.Struct, frozen=True, gc=False):
    """One sentence of a text.

    Attributes:
        start: offset of its first character, in code points.
        end: offset after its last character.
        text: the characters between them.
        rule: name of the rule that ended it.
        field: the field of the record that it lies in, where that is not `text`.
    """

    start: int
    end: int
    text: str | msgspec.UnsetType = msgspec.UNSET
    rule: str | msgspec.UnsetType = msgspec.UNSET
    field: str | msgspec.UnsetType = msgspec.UNSET


def split_sentences(text: str, lang: str = "", *, with_text: bool = False, explain: bool = False) -> list[Sentence]:
    """Split a text into sentences.

    Args:
        text: any text; it is not changed.
        lang: primary language subtag ("en", "ar"); "" if not known.
        with_text: give each sentence its text.
        explain: give each sentence the name of the rule that made its end.

    Returns:
        The sentences in order. They do not overlap, begin and end with a character that is no white space, and
        together hold every such character.
    """
    bounds, rules = splitter(lang, not text.islower()).split(text)
    starts, ends = bounds[::2], bounds[1::2]
    if not (with_text or explain):
        return list(map(Sentence, starts, ends))
    names = [rules.get(end, PLAIN_RULE) if explain else msgspec.UNSET for end in ends]
    texts = [text[start:end] if with_text else msgspec.UNSET for start, end in zip(starts, ends, strict=True)]
    return list(map(Sentence, starts, ends, texts, names))
