import json

import pytest

STORY = {"id": "a", "text": "A fire in a warehouse in Asker kept three crews busy for five hours on Friday night."}


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["--window", "soon"], "'soon' is no span of time"),
        (["--window", "0d"], "'0d' is no span of time"),
        (["--drop", "near,copies"], "'copies' is none of"),
        (["--info"], "--info needs --index"),
        (["--index", "x", "--window", "1d"], "cannot be used together"),
        (["--keep", "longest", "--index", "x"], "none of --window, --index"),
        (["--index", "missing/folder/x"], "unable to open"),
    ],
)
def test_what_cannot_be_done_is_a_usage_error(newsutils, options, reason):
    ran = newsutils("dedupe", *options)
    assert ran.returncode == 2
    assert reason in ran.stderr.decode()


def test_info_says_what_is_in_the_index(newsutils, tmp_path):
    path = str(tmp_path / "stories")
    newsutils("dedupe", "--index", path, stdin=json.dumps(STORY).encode())
    said = json.loads(newsutils("dedupe", "--index", path, "--info").stdout)
    assert (said["version"], said["judged"], said["documents"]) == ("1", 1, 1)
