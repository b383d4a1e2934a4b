import random
import subprocess
import threading
import time

import pytest

from newsutils.duplicates.annotate import stream
from newsutils.duplicates.store import Store, StoreError, describe
from newsutils.record import Record, RecordError

from support import PROGRAM, ROOT, encode

TOWNS = ["Asker", "Borlin", "Celle", "Dorval", "Elster", "Fenwick"]
STORIES = {
    town: f"A fire in a warehouse in {town} kept {place + 3} crews busy for {place + 5} hours on Friday, and "
    f"the road to {town} harbour stayed closed until {place + 12}:40. Police in {town} said that nobody was hurt and "
    f"that the damage was put at {place * 7 + 11} million crowns by the owner, a maker of {town.lower()}ware."
    for place, town in enumerate(TOWNS)
}


def records():
    for town, story in STORIES.items():
        yield {"id": town, "text": story}
        yield {"id": f"{town}-copy", "text": f"{town.upper()} (NNA) - {story}"}


def run(path, wanted, **options):
    filter_ = stream(mark=True, index=str(path), **options)
    passed = [one.to_json() for record in wanted for one in filter_.push(Record.from_fields(record))]
    filter_.end()
    return passed


@pytest.fixture
def path(tmp_path):
    return tmp_path / "stories.index"


def test_the_next_run_knows_the_stories(path):
    run(path, records())
    (again,) = run(path, [{"id": "new", "text": STORIES["Celle"] + " More to follow."}])
    assert b'"duplicate_of":"Celle"' in again


def test_a_repeated_run_gives_the_same(path):
    first = run(path, records())
    assert run(path, records()) == first
    assert b'"judged":12,"documents":6' in describe(str(path)).encode()


def test_a_run_cut_short_anywhere_and_repeated_gives_the_same(tmp_path):
    whole = run(tmp_path / "whole", records())
    for place in range(len(whole)):
        path = tmp_path / f"cut{place}"
        run(path, list(records())[:place])
        assert run(path, records()) == whole


def test_one_id_with_two_texts_is_reported_in_a_later_run_too(path):
    run(path, records())
    with pytest.raises(RecordError, match="'Celle'"):
        run(path, [{"id": "Celle", "text": STORIES["Asker"]}])


def test_only_one_run_has_the_file(path):
    first = stream(index=str(path))
    with pytest.raises(StoreError, match="another run"):
        stream(index=str(path))
    first.end()
    stream(index=str(path)).end()


def test_other_parameters_are_refused(path, monkeypatch):
    Store(str(path)).close()
    monkeypatch.setattr("newsutils.duplicates.sketch.SPARSENESS", 5)
    with pytest.raises(StoreError, match="sparseness"):
        Store(str(path))


def test_a_file_that_is_no_index_is_refused(path):
    path.write_text("no database at all, but long enough for a header of sqlite\n" * 20)
    with pytest.raises(StoreError, match="not a database"):
        Store(str(path))


MANY = [
    {"id": f"{place}", "text": f"{story} It was fire {place % 900} of the year." if place % 3 else story + f" {place}"}
    for place in range(2600)
    for story in [list(STORIES.values())[place % len(STORIES)]]
]


def test_killed_at_any_moment_and_repeated_gives_the_same(tmp_path):
    source, chance = tmp_path / "in.jsonl", random.Random(7)
    source.write_bytes(encode(MANY))
    command = [*PROGRAM, "dedupe", "--mark", str(source), "--index"]
    began = time.monotonic()
    whole = subprocess.run([*command, tmp_path / "whole"], capture_output=True, cwd=ROOT, check=True).stdout
    lasts = time.monotonic() - began
    for _ in range(6):
        with subprocess.Popen([*command, tmp_path / "killed"], stdout=subprocess.PIPE, cwd=ROOT) as process:
            time.sleep(chance.uniform(0.2, 1) * lasts)
            process.kill()
            told = process.stdout.read()
        assert whole.startswith(told[: told.rfind(b"\n") + 1])
    for _ in range(2):
        assert subprocess.run([*command, tmp_path / "killed"], capture_output=True, cwd=ROOT).stdout == whole
    assert describe(str(tmp_path / "killed")) == describe(str(tmp_path / "whole"))


def test_killed_after_any_number_of_records_and_repeated_gives_the_same(tmp_path):
    command = [*PROGRAM, "dedupe", "--mark", "--index"]
    whole = subprocess.run([*command, tmp_path / "a"], input=encode(MANY), capture_output=True, cwd=ROOT).stdout
    for count in (7, 1100, 2010):
        with subprocess.Popen(
            [*command, tmp_path / "b"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
        ) as process:
            threading.Thread(target=process.stdin.write, args=(encode(MANY[:count]),), daemon=True).start()
            for _ in range(count - 70):
                process.stdout.readline()
            process.kill()
    again = subprocess.run([*command, tmp_path / "b"], input=encode(MANY), capture_output=True, cwd=ROOT).stdout
    assert again == whole


def test_a_second_run_at_the_same_time_is_refused_and_harms_nothing(tmp_path):
    command = [*PROGRAM, "dedupe", "--mark", "--index", str(tmp_path / "stories")]
    lines = encode(MANY[:50])
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as first:
        first.stdin.write(lines)
        first.stdin.flush()
        told = first.stdout.readline()
        second = subprocess.run(command, input=lines, capture_output=True, cwd=ROOT)
        first.stdin.close()
        told += first.stdout.read()
    assert (second.returncode, second.stdout) == (2, b"")
    assert b"another run has this index" in second.stderr
    assert subprocess.run(command, input=lines, capture_output=True, cwd=ROOT).stdout == told


def test_jobs_write_the_same_index(tmp_path):
    command = [*PROGRAM, "dedupe", "--mark", "--index"]
    told = [
        subprocess.run([*command, tmp_path / jobs, "--jobs", jobs], input=encode(MANY), capture_output=True, cwd=ROOT)
        for jobs in ("1", "2")
    ]
    assert told[0].stdout == told[1].stdout
    assert describe(str(tmp_path / "1")) == describe(str(tmp_path / "2"))
