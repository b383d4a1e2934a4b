"""Lists that lost their line breaks: a text that begins with an item and goes on with the next numbers."""

import re

_BULLET = "[•⁃▪‣*]"
_ITEM = re.compile(rf"(?:{_BULLET}\s?)?(?:(\d{{1,2}})|([a-z]))(?:[.]?\)|[.])\s+(?=\S)")


def later_items(text: str, begin: int) -> list[re.Match[str]]:
    """The labels of the second and later items of a list, with the blanks after them; empty where there is no list.

    Args:
        text: any text.
        begin: offset of its first character that is no white space.
    """
    item = _ITEM.match(text, begin)
    if item is None:
        return []
    items = []
    for following in _ITEM.finditer(text, item.end()):
        if text[following.start() - 1].isspace() and _label(following) == _label(item) + 1:
            items.append(following)
            item = following
    return items


def _label(item: re.Match[str]) -> int:
    """The number of an item; letters count on from a number that no item has."""
    number, letter = item.groups()
    return int(number) if number else 1000 + ord(letter)
