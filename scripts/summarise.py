"""A short readable summary of analysed records: JSON Lines on standard input, text on standard output."""

import json
import sys
from collections import Counter


def joined(names: list[str], most: int = 8) -> str:
    """The most frequent names, each once."""
    common = [f"{name} ({count})" if count > 1 else name for name, count in Counter(names).most_common(most)]
    return ", ".join(common) or "none"


def place(found: dict) -> str:
    """A place as ``Aden 12.78,45.04 YE``."""
    if found.get("lat") is None:
        return found["text"]
    return f"{found['text']} {found['lat']:.2f},{found['lon']:.2f} {found.get('country') or ''}".rstrip()


def summary(record: dict) -> str:
    """Some lines about one record."""
    lines = [record.get("title") or record.get("source") or record["id"]]
    if record.get("duplicate_of"):
        lines.append(f"  a copy of {record['duplicate_of']} ({record.get('relation', 'near')})")
    lines.append(f"  {record['id']}  {record.get('lang', '?')}  {len(record.get('sentences', []))} sentences")
    lines.append(f"  places   {joined([place(one) for one in record.get('places', [])])}")
    numbers = [record["text"][one["qstart"] : one["qend"]] for one in record.get("numbers", [])]
    lines.append(f"  numbers  {joined(numbers)}")
    lines.append(f"  dates    {joined([one['text'] for one in record.get('dates', [])])}")
    lines.append(f"  removed  {sum(len(one['text']) for one in record.get('removed', []))} characters")
    return "\n".join(lines) + "\n"


for line in sys.stdin:
    print(summary(json.loads(line)))
