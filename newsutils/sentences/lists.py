"""Lists that lost their line breaks: a text that begins with an item and goes on with the next numbers."""

import re

_BULLET = "[•⁃▪‣*]"
_ITEM = re.compile(rf"(?:{_BULLET}\s?)?(?:(\d{{1,2}})|([a-z]))(?:[.]?\)|[.])\s+(?=\S)")


def item_starts(text: str, begin: int) -> list[int]:
    """Where the second and later items of a list start; empty where the text is no numbered list.

    Args:
        text: any text.
        begin: offset of its first character that is no white space.
    """
    item = _ITEM.match(text, begin)
    if item is None:
        return []
    starts = []
    for following in _ITEM.finditer(text, item.end()):
        if text[following.start() - 1].isspace() and _label(following) == _label(item) + 1:
            starts.append(following.start())
            item = following
    return starts


def _label(item: re.Match[str]) -> int:
    """The number of an item; letters count on from a number that no item has."""
    number, letter = item.groups()
    return int(number) if number else 1000 + ord(letter)
