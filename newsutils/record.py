r"""The record: a JSON object whose values stay the bytes they came in as until a filter reads them.

A record that passes a filter keeps every value that the filter does not replace, byte for byte and in its place:
``0.10`` stays ``0.10``, a thirty-digit integer stays exact, ``\u00e9`` stays escaped.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import msgspec
from msgspec import Raw

_decode_object = msgspec.json.Decoder(dict[str, Raw]).decode
_decode_value = msgspec.json.Decoder().decode
dump_object = msgspec.json.Encoder().encode
"""JSON of an object's fields (``dict[str, Raw]``), compact, as bytes."""


class RecordError(ValueError):
    """What is wrong with one record, in words for its owner. It costs that record and no other."""


class Record(Mapping[str, Any]):
    """One JSON object, read as a mapping; values are decoded when they are first asked for.

    Attributes:
        raw: the fields in their order, each still JSON.
        replaced: the fields whose values were replaced since they were read.
        prepared: what was found out about it for the filter that comes next; no part of the record.
    """

    __slots__ = ("_values", "prepared", "raw", "replaced")

    def __init__(self, raw: dict[str, Raw]) -> None:
        self.raw = raw
        self.replaced: set[str] = set()
        self._values: dict[str, Any] = {}
        self.prepared: Any = None

    def __reduce__(self) -> tuple[Callable[[bytes], "Record"], tuple[bytes]]:
        return Record.from_json, (self.to_json(),)

    @classmethod
    def from_json(cls, text: bytes | str) -> "Record":
        """Read one JSON object.

        Raises:
            RecordError: the text is no JSON object, holds a lone surrogate or is nested too deeply.
        """
        return cls(load_object(text))

    @classmethod
    def from_fields(cls, fields: Mapping[str, Any]) -> "Record":
        """Make a record of plain values and msgspec structs."""
        record = cls({})
        record.update(fields)
        return record

    def __getitem__(self, name: str) -> Any:
        values = self._values
        if name not in values:
            values[name] = _decoded(name, self.raw[name])
        return values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.raw)

    def __len__(self) -> int:
        return len(self.raw)

    def __contains__(self, name: object) -> bool:
        return name in self.raw

    def update(self, fields: Mapping[str, Any]) -> None:
        """Set fields: a new one goes to the end, a replaced one stays where it was.

        Values are stored as JSON at once, so that a later filter reads the same in one process as through a pipe.
        """
        try:
            encoded = {name: Raw(dump_object(value)) for name, value in fields.items()}
        except UnicodeEncodeError as error:
            raise RecordError(f"a new value holds a lone surrogate: {error.object!r:.60}") from None
        raw = self.raw
        for name, value in encoded.items():
            if name in raw:
                self._values.pop(name, None)
                self.replaced.add(name)
            raw[name] = value

    def append(self, name: str, entry: Mapping[str, Any]) -> None:
        """Add an entry to a list of the stream's own, such as ``errors``; a value that is no list becomes its first."""
        before = bytes(self.raw.get(name, b"null"))
        entries = b"" if before == b"null" else before[1:-1].strip() if before.startswith(b"[") else before
        self.raw[name] = Raw(b"[" + entries + (b"," if entries else b"") + dump_object(entry) + b"]")
        self._values.pop(name, None)

    def to_json(self) -> bytes:
        """The record as one line of JSON, without the line break."""
        return dump_object(self.raw)


def load_object(text: bytes | str) -> dict[str, Raw]:
    """Parse one JSON object into its fields, each still JSON. Raises RecordError with the reason."""
    try:
        return _decode_object(text)
    except RecursionError:
        raise RecordError("JSON is nested too deeply") from None
    except msgspec.MsgspecError as error:
        raise RecordError(_reason(text, error)) from None


def _reason(text: bytes | str, error: msgspec.MsgspecError) -> str:
    if isinstance(error, msgspec.ValidationError):
        return str(error)
    plain = text if isinstance(text, str) else text.decode("utf-8", "replace")
    if plain.lstrip()[:1] not in ("{", "["):
        return "not JSON; pipe plain text through `newsutils read` first"
    return _laxity(plain) or str(error)


def _laxity(text: str) -> str:
    """What the lenient parser of the standard library lets pass and JSON does not; empty if it is something else."""
    import json

    constants: list[str] = []
    try:
        json.loads(text, parse_constant=constants.append, parse_int=len, parse_float=len)
    except (ValueError, RecursionError):
        return ""
    if constants:
        return f"{constants[0]} is no JSON"
    return "a lone surrogate is no character" if "\\ud" in text.lower() else ""


def _decoded(name: str, raw: Raw) -> Any:
    try:
        return _decode_value(raw)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise RecordError(f"field {name!r}: {error}") from None


def text_field(record: Mapping[str, Any], name: str = "text") -> str:
    """The text in a field of a record.

    Raises:
        RecordError: the field is absent or is no string.
    """
    try:
        value = record[name]
    except KeyError:
        raise RecordError(f"no field {name!r}") from None
    if not isinstance(value, str):
        raise RecordError(f"field {name!r} is no text")
    return value


def record_id(record: Mapping[str, Any]) -> str:
    """The record's ``id``, or one made of its ``url``, else of its ``text``: 16 hexadecimal digits."""
    known = record.get("id")
    if known is not None:
        return str(known)
    return hashed_id(str(record.get("url") or record.get("text") or ""))


def hashed_id(text: str) -> str:
    """A stable identifier of a text: 64 bits of BLAKE2b in hexadecimal."""
    import hashlib  # slow to load, and many commands make no ids

    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
