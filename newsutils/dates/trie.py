"""A list of words and phrases as one regular expression that shares their beginnings: a scan tries each letter once."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

_ANY_OF = {" ": r"\s{1,3}", "'": "['’‘ʼ]"}


def trie_pattern(forms: Iterable[str], wild: Mapping[str, str] = MappingProxyType({})) -> str:
    """A pattern for any of the forms, the longest that matches.

    A blank stands for up to three white-space characters, an apostrophe for any of its kinds.

    Args:
        forms: words and phrases.
        wild: characters that stand for a pattern in these forms.
    """
    root: dict[str, Any] = {}
    for form in forms:
        node = root
        for letter in form:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _pattern(root, {**_ANY_OF, **wild})


def _pattern(node: dict[str, Any], any_of: Mapping[str, str]) -> str:
    branches = [
        any_of.get(letter, re.escape(letter)) + _pattern(rest, any_of) for letter, rest in node.items() if letter
    ]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 and "" not in node else f"(?:{'|'.join(branches)})"
    return f"{joined}?" if "" in node else joined
