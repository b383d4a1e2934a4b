"""Several gazetteers searched together, and the one that is built in."""

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path

from newsutils.places.gazetteer.entry import Entry
from newsutils.places.gazetteer.reader import Gazetteer

FOREMOST = 5
"""As many of a name's places say what it is known for."""


class Gazetteers:
    """Gazetteers that answer as one.

    Args:
        members: they are searched in this order; of entries with one geonameid the first is kept.
    """

    def __init__(self, members: Sequence[Gazetteer]) -> None:
        self.members = tuple(members)
        self.keys_at_start: Callable[[str], Sequence[str]] = (
            self.members[0].keys_at_start if len(self.members) == 1 else self._keys_at_start
        )
        self.find = lru_cache(maxsize=1 << 14)(self._find)
        self.foremost = lru_cache(maxsize=1 << 14)(self._foremost)

    def _foremost(self, key: str) -> tuple[Entry, ...]:
        """The first few of what :meth:`find` gives."""
        if len(self.members) == 1:
            return self.members[0].find(key, FOREMOST)
        return self.find(key)[:FOREMOST]

    def _find(self, key: str) -> tuple[Entry, ...]:
        """The places that a name key names, the most populous first."""
        if len(self.members) == 1:
            return self.members[0].find(key)
        found: dict[object, Entry] = {}
        for member in self.members:
            for entry in member.find(key):
                found.setdefault(entry.geonameid or entry, entry)
        return tuple(sorted(found.values(), key=lambda entry: -entry.population))

    def _keys_at_start(self, text: str) -> Sequence[str]:
        """All keys of whole words that `text` starts with, the shortest first, and some that end inside a word."""
        return sorted({key for member in self.members for key in member.keys_at_start(text)}, key=len)

    def has_start(self, text: str) -> bool:
        """Whether some key starts with `text`, which ends with the space after a word."""
        return any(member.has_start(text) for member in self.members)

    def weight(self, key: str) -> int:
        """The population of the most populous place that a name key names."""
        return max((entry.population for entry in self.foremost(key)), default=0)


@cache
def builtin() -> Gazetteer:
    """The gazetteer that ships with the package."""
    with resources.as_file(resources.files(__package__).joinpath("data/places.gaz")) as path:
        return Gazetteer(path)


@cache
def open_gazetteers(paths: tuple[str | Path, ...] = (), with_builtin: bool = True) -> Gazetteers:
    """The user's own gazetteers, if any, and the one that is built in.

    Raises:
        MappedFileError: a file is no gazetteer.
        OSError: a file cannot be opened.
        ValueError: there is none at all.
    """
    if not paths and not with_builtin:
        raise ValueError("no gazetteer to search")
    return Gazetteers([*map(Gazetteer, paths), *([builtin()] if with_builtin else [])])
