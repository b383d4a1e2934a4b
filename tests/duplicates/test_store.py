import subprocess

import pytest

from newsutils.duplicates.annotate import stream
from newsutils.duplicates.store import Store, StoreError, describe
from newsutils.record import Record, RecordError

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


def test_killed_and_repeated_gives_the_same(tmp_path):
    from support import PROGRAM, ROOT, encode

    command = [*PROGRAM, "dedupe", "--mark", "--index"]
    whole = subprocess.run([*command, tmp_path / "a"], input=encode(records()), capture_output=True, cwd=ROOT).stdout
    killed = subprocess.Popen([*command, tmp_path / "b"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT)
    killed.stdin.write(encode(list(records())[:7]))
    killed.stdin.flush()
    killed.stdout.readline()
    killed.kill()
    killed.communicate()
    again = subprocess.run([*command, tmp_path / "b"], input=encode(records()), capture_output=True, cwd=ROOT).stdout
    assert again == whole
