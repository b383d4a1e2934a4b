import json

import pytest

from newsutils.duplicates.store import VERSION

STORY = {"id": "a", "text": "A fire in a warehouse in Asker kept three crews busy for five hours on Friday night."}


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["--window", "soon"], "'soon' is no span of time"),
        (["--window", "0d"], "'0d' is no span of time"),
        (["--drop", "near,copies"], "'copies' is none of"),
        (["--info"], "--info needs --index"),
        (["--index", "x", "--window", "1d"], "cannot be used together"),
        (["--keep", "longest", "--index", "x"], "cannot be used with --index"),
        (["--by", "paragraph", "--keep", "longest"], "--by cannot be used with --keep"),
        (["--index", "missing/folder/x"], "unable to open"),
        (["--index", "missing", "--info"], "unable to open"),
    ],
)
def test_what_cannot_be_done_is_a_usage_error(newsutils, options, reason):
    ran = newsutils("dedupe", *options)
    assert ran.returncode == 2
    assert reason in ran.stderr.decode()


def test_an_index_keeps_to_its_field(newsutils, tmp_path):
    path = str(tmp_path / "stories ?#%.index")
    assert newsutils("dedupe", "--index", path, stdin=json.dumps(STORY).encode()).returncode == 0
    ran = newsutils("dedupe", "--index", path, "--field", "title", stdin=b"")
    assert (ran.returncode, b"this run needs" in ran.stderr) == (2, True)


def test_longest_and_earliest_say_that_they_read_twice(newsutils):
    assert b"longest and earliest read the records twice" in b" ".join(newsutils("dedupe", "--help").stdout.split())


@pytest.mark.parametrize("keep", ["first", "longest"])
def test_clusters_never_overwrite_the_input(newsutils, tmp_path, keep):
    path = tmp_path / "in.jsonl"
    path.write_bytes(json.dumps(STORY).encode())
    ran = newsutils("dedupe", "--keep", keep, "--clusters", str(path), str(path))
    assert (ran.returncode, path.read_bytes()) == (2, json.dumps(STORY).encode())


def test_info_says_what_is_in_the_index(newsutils, tmp_path):
    path = str(tmp_path / "stories")
    newsutils("dedupe", "--index", path, stdin=json.dumps(STORY).encode())
    said = json.loads(newsutils("dedupe", "--index", path, "--info").stdout)
    assert (said["version"], said["judged"], said["documents"]) == (str(VERSION), 1, 1)
