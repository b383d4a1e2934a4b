"""What is evaluated: which gold goes through which pipeline, and how predictions are told to its scorer.

Gold keeps its answers in fields that the program must not see; ``feed`` picks what it may see.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
Fields = Mapping[str, Any]


def only(*names: str) -> Callable[[Fields], dict[str, Any]]:
    """Pick these fields of a gold record."""
    return lambda gold: {name: gold[name] for name in names if gold.get(name) is not None}


def without(*names: str) -> Callable[[Fields], dict[str, Any]]:
    """Pick all fields but these."""
    return lambda gold: {name: value for name, value in gold.items() if name not in names}


def dated(gold: Fields) -> dict[str, Any]:
    """A story of the dates gold with its date of publication, where the gold knows one."""
    fed = only("id", "lang", "text")(gold)
    if str(gold.get("ref", ""))[:4].isdigit():
        fed["published"] = gold["ref"]
    return fed


def sentences(record: Fields) -> dict[str, Any]:
    """Sentences as pairs of offsets."""
    return {"sents": [[one["start"], one["end"]] for one in record["sentences"]]}


def numbers(record: Fields) -> dict[str, Any]:
    """Numbers whose unit, for the scorer, is the currency, else the unit, else the counted noun."""
    named = [{**one, "unit": one["currency"] or one["unit"] or one["counted"]} for one in record["numbers"]]
    return {"numbers": named}


def numbers_by_name(record: Fields) -> dict[str, Any]:
    """Numbers under the conventions of gold made for CQE.

    Currencies have names, a fraction counts per cent of its noun, a change is one range, hundreds are 100 to 1000.
    """
    told: list[dict[str, Any]] = []
    for one in record["numbers"]:
        if one["rule"] == "change" and told and told[-1]["rule"] == "change":
            told[-1] |= {"value": None, "min": told[-1]["value"], "max": one["value"], "rule": "range"}
        elif one["bound"] == "vague":
            told.append({**one, "unit": _name(one), "min": one["min"] / 2, "max": one["min"] * 5})
        else:
            told.append({**one, "unit": _name(one)})
    return {"numbers": told}


def _name(one: Fields) -> str | None:
    if one["kind"] == "fraction":
        return f"% {one['counted'] or '-'}"
    name: str | None = one["unit"] or one["currency"] or one["counted"]
    return name


def heads(gold: list[dict[str, Any]], told: Mapping[str, Fields]) -> dict[str, float]:
    """The share of pages whose title is right to the letter, and whose date is right to the day."""
    titles = [" ".join(one["title"].split()) == told[one["id"]]["title"] for one in gold]
    days = [one["published"][:10] == told[one["id"]]["published"][:10] for one in gold]
    return {"title": sum(titles) / len(gold), "day": sum(days) / len(gold)}


def withheld(gold: list[dict[str, Any]], told: Mapping[str, Fields]) -> dict[str, float]:
    """The share of texts in unknown languages for which no language is claimed, by their size."""
    return {
        f"{size} withheld": sum(told[one["id"]]["lang"].startswith("und") for one in sized) / len(sized)
        for size in dict.fromkeys(one["size"] for one in gold)
        for sized in [[one for one in gold if one["size"] == size]]
    }


@dataclass(frozen=True)
class Task:
    """One set of gold and the pipeline that it is put through.

    Attributes:
        field: the name under which it is asked for.
        gold: the path of the gold below the folder of gold data.
        pipeline: the stages.
        scorer: the scorer's file name, or its path where it is not of the gold, and its arguments before the paths.
        predict: a record that came out, as the scorer takes it; its id is added.
        feed: a gold record, as the pipeline takes it.
        truth: the path of the answers, where they are not in the gold itself.
        note: what tells tasks on the same gold apart.
        measure: the figures of gold and predictions (by their ids), where no scorer is needed for them.
    """

    field: str
    gold: str
    pipeline: str
    scorer: tuple[str, ...]
    predict: Callable[[Fields], Mapping[str, Any]]
    feed: Callable[[Fields], dict[str, Any]] = field(default_factory=lambda: only("id", "lang", "title", "text"))
    truth: str = ""
    note: str = ""
    measure: Callable[[list[dict[str, Any]], Mapping[str, Fields]], dict[str, float]] | None = None

    @property
    def name(self) -> str:
        """What the row is called."""
        return f"{self.gold.removesuffix('.gz').removesuffix('.jsonl')}{self.note and ' ' + self.note}"


LANGUAGES = ("en", "es", "fr", "de", "it", "pt", "ru", "uk", "ar", "hi")

SENTENCES = [
    Task("sentences", f"sentences/{name}.jsonl", "split-sentences", ("sentences.py", "--one"), sentences)
    for name in (
        "gum_news_dev", "ewt_dev", "golden_en", "golden_multi",
        *(f"pud_{lang}" for lang in ("ar", "de", "es", "fr", "hi", "it", "pt", "ru", "zh")),
    )
]  # fmt: skip

PLACES = [
    Task("places", f"places/{name}.jsonl", "extract-places", ("places.py", "--json"), only("places"))
    for name in ("lgl", "trnews", "gwn", "geovirus", "article")
]

NUMBERS = [
    Task("numbers", f"numbers/{name}.jsonl", "extract-numbers", ("numbers_and_dates.py",), numbers_by_name,
         note="by name")
    for name in ("newsquant", "cqe-currency-model", "cqe-dimension-model")
] + [
    Task("numbers", f"numbers/{name}.jsonl", "extract-numbers", ("numbers_and_dates.py",), numbers)
    for name in (
        "newsquant", "cqe-currency-model", "cqe-dimension-model", "cqe-age-model", "quantulum3", "measeval-train",
        "rt-number-en", "rt-currency-en", "rt-dimension-en", "rt-percent-en",
        *(f"duckling-num-{lang}" for lang in LANGUAGES),
        *(f"nparser-{lang}" for lang in ("en", "es", "hi", "ru", "uk")),
    )
]  # fmt: skip

DATES = [
    Task("dates", f"dates/{name}.jsonl", "extract-dates", ("numbers_and_dates.py", "--dates"), only("dates"), dated)
    for name in ("dates-timebank", "dates-wikiwars-uk")
]

DUPLICATES = [
    Task("duplicates", "duplicates/wire-dev.jsonl", "dedupe --mark", ("duplicates.py", "wire"), only("duplicate_of"),
         without("cluster", "kind", "of")),
    Task("duplicates", "duplicates/real-docs-dev.jsonl", "dedupe --mark", ("duplicates.py", "pairs"),
         only("duplicate_of"), without("cluster", "kind", "of"), truth="duplicates/real-pairs-dev.jsonl"),
]  # fmt: skip

CLEANING = [
    Task("cleaning", f"cleaning/plain_{kind}.jsonl", f"clean --level {level}", ("cleaning.py", "--json"), only("text"),
         only("id", "lang", "source", "text"), note=level)
    for kind in ("full", "box", "flat", "gold")
    for level in ("strict", "normal", "safe")
] + [
    Task("cleaning", "cleaning/damage.jsonl", "clean --skip head,furniture", ("repair.py",), only("text"),
         only("id", "lang", "text")),
    Task("cleaning", "cleaning/plain_gold.jsonl", "clean --skip head,furniture", (str(HERE / "unchanged.py"),),
         only("text"), only("id", "lang", "text"), note="repaired"),
]  # fmt: skip

PAGES = [
    Task("pages", f"cleaning/pages_{name}.jsonl.gz", "", ("cleaning.py", "--json"), only("text"))
    for name in ("aeb", "fundus")
] + [Task("pages", "cleaning/pages_fundus.jsonl.gz", "", (), only("title", "published"), note="head", measure=heads)]

LANGUAGE = [
    Task("language", "language/known.jsonl.gz", "detect-language", ("language.py",), only("lang"), only("id", "text")),
    Task("language", "language/unknown.jsonl.gz", "detect-language", (), only("lang"), only("id", "text"),
         measure=withheld),
]  # fmt: skip

TASKS = [*SENTENCES, *PLACES, *NUMBERS, *DATES, *DUPLICATES, *CLEANING, *PAGES, *LANGUAGE]
