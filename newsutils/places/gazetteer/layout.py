"""The gazetteer file: what is in it, for the writer and the reader.

Sections (see :mod:`newsutils.places.mapped`), for place *i*, division *d* and the trie's number *k* of a key:

- ``names``: the trie of all keys, name keys as they are and skeletons after ``~``. A large file has several, shared out
  by :func:`shard_of`: ``names``, ``names.1`` …, with ``first``, ``first.1`` …;
  ``meta["shards"]`` is their number.
- ``first[k]``: the place, or with the highest bit set an offset into ``more``: a count and that many places, the
  most populous first.
- ``lat[i]``, ``lon[i]``: hundred-thousandths of a degree; ``geonameid[i]``; ``kind[i]``; ``people[i]``: eight times
  the base-two logarithm of the population; ``division[i]``; ``title_end[i]``: where its name ends in ``titles``.
- ``parent[d]``, ``place[d]``: the division around and the place that is the division (own number, and
  :data:`NO_PLACE`, for none); ``code_end[d]``: where its code ends in ``codes``: the last part of its dotted code,
  then "=" and the ISO 3166-2 code where known.
"""

import zlib

MANY = 1 << 31
MOST_PLACES = 200
"""Places kept for one name."""
NO_PLACE = (1 << 32) - 1
DEGREE = 100_000
SKELETON = "~"
PEOPLE_STEPS = 8


def shard_of(key: str, shards: int) -> int:
    """The shard of a key, by its first word.

    All keys that begin with one word are in one shard, so that a look-up, and the search for all keys that a text
    starts with, needs one shard only.
    """
    return zlib.crc32(key.partition(" ")[0].encode()) % shards if shards > 1 else 0


def sharded(section: str, number: int) -> str:
    """The name of a section of one shard."""
    return f"{section}.{number}" if number else section
