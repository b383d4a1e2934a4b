"""A list of words as one regular expression that shares their beginnings, so that a scan tries each letter once."""

import re
from collections.abc import Iterable
from typing import Any


def trie_pattern(words: Iterable[str]) -> str:
    """A pattern for any of the words, in lower case, Capitalised or in CAPITALS; of two that match the longer."""
    root: dict[str, Any] = {}
    for word in words:
        for form in (word, word[:1].upper() + word[1:], word.upper()):
            node = root
            for letter in form:
                node = node.setdefault(letter, {})
            node[""] = {}
    return _pattern(root)


def _pattern(node: dict[str, Any]) -> str:
    branches = [re.escape(letter) + _pattern(rest) for letter, rest in sorted(node.items()) if letter]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 and "" not in node else f"(?:{'|'.join(branches)})"
    return f"{joined}?" if "" in node else joined
