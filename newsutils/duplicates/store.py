"""The index on disk: an SQLite file that daily runs share.

It holds the sketches of the kept documents, which a run loads, and the verdict on every record that was judged, so that
a run that is repeated, after a crash or by mistake, gets the same answers and counts nothing twice. One run at a time
has the file; what a run adds is committed a thousand records at a time.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np

from newsutils.duplicates import sketch as parameters
from newsutils.duplicates.index import Index
from newsutils.duplicates.kept import Block
from newsutils.duplicates.sketch import Parts, Sketch
from newsutils.duplicates.tokens import Hashes

VERSION = 2
RECORDS_PER_COMMIT = 1000
DOCUMENTS_PER_LOAD = 4096

_SCHEMA = """
CREATE TABLE header (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE documents (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, identity BLOB NOT NULL, level INTEGER NOT NULL,
    words INTEGER NOT NULL, shingles BLOB NOT NULL, numbers INTEGER NOT NULL, facts BLOB NOT NULL
);
CREATE TABLE judged (id TEXT PRIMARY KEY, identity BLOB NOT NULL, verdict BLOB NOT NULL) WITHOUT ROWID;
"""


class StoreError(ValueError):
    """An index file that cannot be used, and why."""


class Judged(NamedTuple):
    """What an earlier run said of a record: the identity of its text, and the verdict as JSON."""

    identity: int
    verdict: bytes


class Store:
    """An index file.

    Args:
        path: where it is.
        field: the field that is compared; None to take that of the file.
        make: make the file if it is not there.

    Raises:
        StoreError: the file is no index, was made with other parameters, or another run has it.
    """

    def __init__(self, path: str, field: str | None = "text", make: bool = True) -> None:
        self._path = path
        self._documents: list[tuple[str, bytes, int, int, bytes, int, bytes]] = []
        self._judged: list[tuple[str, bytes, bytes]] = []
        name = f"{Path(path).absolute().as_uri()}?mode={'rwc' if make else 'rw'}"
        try:
            self._connection = sqlite3.connect(name, uri=True, isolation_level=None, timeout=0)
            self._connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._connection.execute("BEGIN EXCLUSIVE")
            self.header = self._checked(field)
        except sqlite3.Error as error:
            raise StoreError(f"{path}: {_reason(error)}") from None

    def _checked(self, field: str | None) -> dict[str, str]:
        """The header of the file, which is written if it is a new one."""
        if not self._connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            for statement in _SCHEMA.split(";")[:-1]:
                self._connection.execute(statement)
            self._connection.executemany("INSERT INTO header VALUES (?, ?)", _header(field or "text").items())
            self._commit()
        found = dict(self._connection.execute("SELECT name, value FROM header"))
        needed = _header(field or found.get("field", "text"))
        if found != needed:
            raise StoreError(f"{self._path}: made with {found}, this run needs {needed}")
        return needed

    def load(self, index: Index) -> None:
        """Give an index all documents of the file."""
        (last,) = self._connection.execute("SELECT max(number) FROM documents").fetchone()
        index.keep_all(self._blocks(), last or 0)

    def _blocks(self) -> Iterator[Block]:
        rows = self._connection.execute("SELECT * FROM documents ORDER BY number")
        while block := rows.fetchmany(DOCUMENTS_PER_LOAD):
            yield _block(block)

    def find(self, name: str) -> Judged | None:
        """What was said of the record with this id."""
        row = self._connection.execute("SELECT identity, verdict FROM judged WHERE id = ?", (name,)).fetchone()
        return Judged(int.from_bytes(row[0], "little"), row[1]) if row else None

    def add(self, name: str, judged: Judged) -> None:
        """Note what was said of a record."""
        self._judged.append((name, judged.identity.to_bytes(8, "little"), judged.verdict))
        if len(self._judged) >= RECORDS_PER_COMMIT:
            self._commit()

    def keep(self, name: str, sketch: Sketch, shingles: Hashes) -> None:
        """Note a kept document, before what was said of it is noted."""
        facts = sketch.numbers.tobytes() + sketch.names.tobytes()
        identity = sketch.identity.to_bytes(8, "little")
        shape = (sketch.level, sketch.words, shingles.tobytes(), len(sketch.numbers), facts)
        self._documents.append((name, identity, *shape))

    def info(self) -> dict[str, object]:
        """The header of the file, and how many records were judged and documents kept."""
        counts = {table: self._connection.execute(f"SELECT count(*) FROM {table}") for table in ("judged", "documents")}
        return {**self.header, **{table: rows.fetchone()[0] for table, rows in counts.items()}}

    def close(self) -> None:
        """Commit and let go of the file."""
        self._write()
        self._connection.execute("COMMIT")
        self._connection.close()

    def _commit(self) -> None:
        self._write()
        self._connection.execute("COMMIT")
        self._connection.execute("BEGIN EXCLUSIVE")

    def _write(self) -> None:
        self._connection.executemany("INSERT INTO documents VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)", self._documents)
        self._connection.executemany("INSERT OR IGNORE INTO judged VALUES (?, ?, ?)", self._judged)
        self._documents, self._judged = [], []


def check(path: str, field: str) -> None:
    """Raise :class:`StoreError` if a run that compares this field cannot use, or make, the index file."""
    Store(path, field).close()


def describe(path: str) -> str:
    """The :meth:`Store.info` of a file that is there as JSON; raises :class:`StoreError` as it does."""
    store = Store(path, field=None, make=False)
    try:
        return msgspec.json.encode(store.info()).decode()
    finally:
        store.close()


def _header(field: str) -> dict[str, str]:
    return {
        "version": str(VERSION),
        "field": field,
        "shingle_words": str(parameters.SHINGLE_WORDS),
        "shingle_ideographs": str(parameters.SHINGLE_IDEOGRAPHS),
        "sparseness": str(parameters.SPARSENESS),
        "largest_sample": str(parameters.LARGEST_SAMPLE),
    }


def _block(rows: Sequence[tuple[int, str, bytes, int, int, bytes, int, bytes]]) -> Block:
    _, names, identities, levels, words, shingles, numbers, facts = zip(*rows, strict=True)
    return Block(
        names,
        np.frombuffer(b"".join(identities), np.uint64),
        levels,
        words,
        _parts(shingles, np.uint64),
        np.array(numbers),
        _parts(facts, np.uint32),
    )


def _parts(blobs: Sequence[bytes], kind: type[np.uint64] | type[np.uint32]) -> Parts:
    sizes = np.cumsum(list(map(len, blobs)), dtype=np.intp)
    return Parts(np.frombuffer(b"".join(blobs), kind), sizes // np.dtype(kind).itemsize)


def _reason(error: sqlite3.Error) -> str:
    return "another run has this index" if "locked" in str(error) else f"{error}"
