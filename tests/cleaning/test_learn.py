"""Lines that return on the pages of a source go, the stories stay."""

import json
import random

import pytest

from newsutils.cleaning.learn import Learner
from newsutils.cleaning.repeats import RepeatedLines
from newsutils.record import Record, RecordError

from support import decode, encode

WORDS = ("bridge", "river", "council", "flood", "spring", "mayor", "vote", "money", "county", "work", "town", "pier")
PLACES = ("Ashford", "Bexley", "Corby", "Dunmow", "Epsom", "Frome")


def sentence(rng):
    return f"The {' '.join(rng.choices(WORDS, k=14))} in {rng.choice(PLACES)}, the {rng.choice(WORDS)} said."


def site(number, rng):
    """Five pages of one template: the same lines around different stories, beside the day and a counter."""
    name = f"{rng.choice(PLACES)} Gazette {number}"
    above = [
        name,
        "Home",
        f"News from {rng.choice(PLACES)}",
        "Sign in",
        f"{name} is printed in {rng.choice(PLACES)} every day",
    ]
    below = [
        f"Write to the {name} if you have seen something that our readers in town should know about today.",
        "Most read",
        f"The {name} is part of the {rng.choice(PLACES)} group of papers and keeps to the code of the press council.",
        "All rights reserved",
    ]
    for _ in range(5):
        body = [sentence(rng) for _ in range(rng.randint(4, 9))]
        moving = [f"Published {rng.randint(1, 28)} May 2021", f"{rng.randint(2, 90)} readers wrote to us"]
        head, tail = [*above, moving[0]], [moving[1], *below]
        yield {"source": name, "text": "\n\n".join([*head, *body, *tail])}, head + tail, body


def run(pages, **options):
    learner = Learner(**options)
    out = [one for page in pages for one in learner.push(Record.from_fields(page))]
    return [*out, *learner.end()]


@pytest.mark.parametrize("level", ["safe", "normal"])
def test_furniture_of_templates_goes_and_bodies_stay(newsutils, level):
    rng = random.Random(4)
    pages = [page for number in range(20) for page in site(number, rng)]
    rng.shuffle(pages)
    ran = newsutils("clean", "--learn", "--level", level, stdin=encode(record for record, _, _ in pages))
    cleaned = decode(ran.stdout)
    furniture = lost = words = lines = 0
    for record, (_, around, body) in zip(cleaned, pages, strict=True):
        kept = set(record["text"].split("\n\n"))
        furniture += sum(line not in kept for line in around)
        lines += len(around)
        lost += sum(len(line.split()) for line in body if line not in kept)
        words += sum(len(line.split()) for line in body)
    assert furniture >= 0.8 * lines
    assert lost <= 0.003 * words


def test_a_story_told_twice_stays():
    rng = random.Random(5)
    body = "\n\n".join(sentence(rng) for _ in range(6))
    cleaned = run([{"source": "a", "text": body}] * 4)
    assert [record["text"] for record in cleaned] == [body] * 4


def test_order_is_kept_and_records_without_source_share_nothing():
    rng = random.Random(6)
    pages = [{"id": str(number), "text": sentence(rng) + "\n\n" + sentence(rng)} for number in range(30)]
    assert [record["id"] for record in run(pages)] == [page["id"] for page in pages]


def scattered(folder):
    """Two pages of a site, further apart than a record waits, in two files with bad lines; a line of its furniture."""
    rng = random.Random(7)
    first, *_, last = [record for record, _, _ in site(1, rng)]
    between = [{"source": "b", "text": f"{sentence(rng)}\n\n{sentence(rng)}"} for _ in range(3000)]
    (folder / "one.jsonl").write_bytes(encode([first, *between]) + b"not a record\n")
    (folder / "two.jsonl").write_bytes(encode([{"source": "a"}, last]))
    return first["text"].split("\n\n")[4], folder / "one.jsonl", folder / "two.jsonl"


def test_files_are_read_twice_so_that_no_page_is_too_far_away(newsutils, tmp_path):
    line, one, two = scattered(tmp_path)
    ran = newsutils("clean", "--learn", "--level", "safe", "--stats", tmp_path / "stats", one, two)
    cleaned = decode(ran.stdout)
    assert line not in cleaned[0]["text"]
    assert line not in cleaned[-1]["text"]
    assert ran.returncode == 1
    assert [line.rsplit(": ", 1)[0] for line in ran.stderr.decode().splitlines()] == [
        f"newsutils clean: {one}:3002", f"newsutils clean: {two}:1", "newsutils clean"
    ]  # fmt: skip
    stats = json.loads((tmp_path / "stats").read_bytes())
    assert stats["bytes_in"] == one.stat().st_size + two.stat().st_size
    assert (stats["stages"][0]["records_in"], stats["stages"][0]["errors"]) == (3003, 1)


def test_files_that_are_read_twice_keep_the_order_of_bad_records(newsutils, tmp_path):
    _, one, two = scattered(tmp_path)
    ran = newsutils("pipe", "clean --learn | detect-language", "--on-error", "keep", one, two)
    kept = decode(ran.stdout)
    assert len(kept) == 3004
    assert [number for number, record in enumerate(kept) if "errors" in record] == [3001, 3002]


def test_what_comes_but_once_is_not_read_twice(newsutils, tmp_path):
    _, one, two = scattered(tmp_path)
    ran = newsutils("clean", "--learn", "--level", "safe", stdin=one.read_bytes() + two.read_bytes())
    first, *_, last = decode(ran.stdout)
    assert "repeated" not in {gone["reason"] for gone in first["removed"]}
    assert "repeated" in {gone["reason"] for gone in last["removed"]}


def test_bad_records_cost_themselves_alone():
    learner = Learner()
    with pytest.raises(RecordError, match="no field"):
        learner.push(Record.from_fields({"source": "a"}))
    with pytest.raises(RecordError, match="'sentences'"):
        learner.push(Record.from_fields({"text": "a", "sentences": []}))
    assert learner.end() == []


def test_memory_is_bounded():
    lines = RepeatedLines(most=10)
    for number in range(50):
        lines.learn(f"source {number}", [f"line {number}-{other}" for other in range(6)])
        lines.learn(f"source {number}", [f"line {number}-{other}" for other in range(6)])
    assert "line 49-0" in lines.of("source 49")
    assert "line 3-0" not in lines.of("source 3")


def test_rare_lines_are_forgotten_before_furniture():
    lines = RepeatedLines(most=1000)
    for page in range(500):
        lines.learn("large", ["Sign in", *(f"headline {'x' * page} {'y' * other}" for other in range(9))])
        lines.learn(f"small {page}", ["Sign in"])
    assert "Sign in" in lines.of("large")
    assert lines.pages("large") == 500
    assert "headline x " not in lines.of("large")
    assert lines.held <= 1000
