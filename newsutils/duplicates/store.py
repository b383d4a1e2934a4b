"""The index on disk: an SQLite file that daily runs share.

It holds the sketches of the kept documents, which a run loads, and the verdict on every record that was judged, so that
a run that is repeated, after a crash or by mistake, gets the same answers and counts nothing twice. One run at a time
has the file; what a run adds is committed a thousand records at a time.
"""

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

import msgspec
import numpy as np

from newsutils.duplicates import sketch as parameters
from newsutils.duplicates.index import Index
from newsutils.duplicates.sketch import Sketch
from newsutils.duplicates.tokens import Hashes

VERSION = 1
RECORDS_PER_COMMIT = 1000
DOCUMENTS_PER_LOAD = 4096

_SCHEMA = """
CREATE TABLE header (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE documents (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, identity BLOB NOT NULL, level INTEGER NOT NULL,
    words INTEGER NOT NULL, shingles BLOB NOT NULL, numbers BLOB NOT NULL, names BLOB NOT NULL
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
    """An index file, made if it is not there.

    Raises:
        StoreError: the file is no index, was made with other parameters, or another run has it.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._pending = 0
        try:
            self._connection = sqlite3.connect(path, isolation_level=None, timeout=0)
            self._connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._connection.execute("BEGIN EXCLUSIVE")
            self._check_header()
        except sqlite3.Error as error:
            raise StoreError(f"{path}: {_reason(error)}") from None

    def _check_header(self) -> None:
        if not self._connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            for statement in _SCHEMA.split(";")[:-1]:
                self._connection.execute(statement)
            self._connection.executemany("INSERT INTO header VALUES (?, ?)", _header().items())
            self._commit()
        found = dict(self._connection.execute("SELECT name, value FROM header"))
        if found != _header():
            raise StoreError(f"{self._path}: made with {found}, this version needs {_header()}")

    def load(self, index: Index) -> None:
        """Give an index all documents of the file."""
        rows = self._connection.execute("SELECT * FROM documents ORDER BY number")
        while block := rows.fetchmany(DOCUMENTS_PER_LOAD):
            index.keep_all(list(_documents(block)))

    def find(self, name: str) -> Judged | None:
        """What was said of the record with this id."""
        row = self._connection.execute("SELECT identity, verdict FROM judged WHERE id = ?", (name,)).fetchone()
        return Judged(int.from_bytes(row[0], "little"), row[1]) if row else None

    def add(self, name: str, judged: Judged) -> None:
        """Note what was said of a record."""
        identity = judged.identity.to_bytes(8, "little")
        self._connection.execute("INSERT OR IGNORE INTO judged VALUES (?, ?, ?)", (name, identity, judged.verdict))
        self._pending += 1
        if self._pending >= RECORDS_PER_COMMIT:
            self._commit()

    def keep(self, name: str, sketch: Sketch, shingles: Hashes) -> None:
        """Note a kept document."""
        self._connection.execute(
            "INSERT INTO documents VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)",
            (
                name,
                sketch.identity.to_bytes(8, "little"),
                sketch.level,
                sketch.words,
                shingles.tobytes(),
                sketch.numbers.tobytes(),
                sketch.names.tobytes(),
            ),
        )

    def info(self) -> dict[str, object]:
        """The header of the file, and how many records were judged and documents kept."""
        counts = {table: self._connection.execute(f"SELECT count(*) FROM {table}") for table in ("judged", "documents")}
        return {**_header(), **{table: rows.fetchone()[0] for table, rows in counts.items()}}

    def close(self) -> None:
        """Commit and let go of the file."""
        self._connection.execute("COMMIT")
        self._connection.close()

    def _commit(self) -> None:
        self._connection.execute("COMMIT")
        self._connection.execute("BEGIN EXCLUSIVE")
        self._pending = 0


def describe(path: str) -> str:
    """The :meth:`Store.info` of a file as JSON; raises :class:`StoreError` as it does."""
    store = Store(path)
    try:
        return msgspec.json.encode(store.info()).decode()
    finally:
        store.close()


def _header() -> dict[str, str]:
    return {
        "version": str(VERSION),
        "shingle_words": str(parameters.SHINGLE_WORDS),
        "shingle_ideographs": str(parameters.SHINGLE_IDEOGRAPHS),
        "sparseness": str(parameters.SPARSENESS),
        "largest_sample": str(parameters.LARGEST_SAMPLE),
    }


def _documents(rows: list[tuple[int, str, bytes, int, int, bytes, bytes, bytes]]) -> Iterator[tuple[str, Sketch]]:
    for _, name, identity, level, words, shingles, numbers, names in rows:
        yield (
            name,
            Sketch(
                int.from_bytes(identity, "little"),
                np.frombuffer(shingles, np.uint64),
                level,
                words,
                np.frombuffer(numbers, np.uint16),
                np.frombuffer(names, np.uint16),
            ),
        )


def _reason(error: sqlite3.Error) -> str:
    return "another run has this index" if "locked" in str(error) else f"{error}"
