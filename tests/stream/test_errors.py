"""A bad line or record is named, counted, and costs nothing else."""

import pytest

from support import decode

GOOD = b'{"text":"good"}\n'
BAD = {
    "no JSON": (b"Once upon a time\n", "not JSON; plain text goes through `newsutils read` first"),
    "truncated": (b'{"text":"a\n', "truncated"),
    "NaN": (b'{"text":"a","x":NaN}\n', "invalid"),
    "infinity": (b'{"text":"a","x":Infinity}\n', "invalid"),
    "lone surrogate": (b'{"text":"\\ud800"}\n', ""),
    "raw control character": (b'{"text":"a\x00b"}\n', "invalid character"),
    "lone carriage return": (b'{"text":"a"\r,"b":"c\rd"}\n', "invalid character"),
    "invalid UTF-8": (b'{"text":"caf\xe9"}\n', "not UTF-8"),
    "array": (b"[1,2]\n", "Expected `object`, got `array`"),
    "null": (b"null\n", "Expected `object`, got `null`"),
    "scalar": (b"12\n", "Expected `object`"),
    "two objects": (b'{"text":"a"} {"text":"b"}\n', "trailing"),
    "deeply nested": (b'{"text":' + b"[" * 5000 + b"]" * 5000 + b"}\n", "nested too deeply"),
    "no text": (b'{"id":"1"}\n', "no field 'text'"),
    "text is no string": (b'{"text":["a"]}\n', "field 'text' is no text"),
    "filter refuses": (b'{"text":"refuse"}\n', "I refuse"),
    "filter stumbles": (b'{"text":"stumble"}\n', "ZeroDivisionError: division by zero"),
    "filter makes what is no JSON": (b'{"text":"surrogate"}\n', "lone surrogate"),
}


@pytest.fixture(params=BAD.values(), ids=list(BAD))
def bad(request):
    return request.param


def test_skip_reports_and_goes_on(newsutils, way, bad, tmp_path):
    line, reason = bad
    path = tmp_path / "in.jsonl"
    path.write_bytes(GOOD + b"\n" + line + GOOD)
    ran = newsutils(*way, str(path))
    said = ran.stderr.decode().splitlines()
    assert ran.returncode == 1
    assert [one["text"] for one in decode(ran.stdout)] == ["good", "good"]
    assert said[0].startswith(f"newsutils letters: {path}:3: ")
    assert reason in said[0]
    assert said[1:] == [f"newsutils {way[0]}: 1 failed"]


def test_fail_stops_there(newsutils, way, bad, tmp_path):
    out = tmp_path / "out.jsonl"
    shown = newsutils(*way, "--on-error", "fail", stdin=GOOD + bad[0] + GOOD)
    kept = newsutils(*way, "--on-error", "fail", "-o", str(out), stdin=GOOD + bad[0] + GOOD)
    assert shown.returncode == kept.returncode == 1
    assert len(decode(shown.stdout)) == 1
    assert list(tmp_path.iterdir()) == []


def test_keep_passes_it_on_with_its_errors(newsutils, way, bad):
    line, reason = bad
    ran = newsutils(*way, "--on-error", "keep", stdin=GOOD + line + GOOD)
    first, kept, last = decode(ran.stdout)
    assert ran.returncode == 1
    assert first == last
    assert kept["errors"][0]["command"] == "letters"
    assert reason in kept["errors"][0]["reason"]
    assert "raw" in kept or kept.keys() >= {"errors"}


def test_rejects_keep_the_lines_as_they_came(newsutils, way, bad, tmp_path):
    rejects = tmp_path / "rejects"
    newsutils(*way, "--rejects", str(rejects), stdin=GOOD + bad[0] + GOOD)
    assert rejects.read_bytes() == bad[0]


def test_truncated_last_line_is_reported(newsutils, way):
    ran = newsutils(*way, stdin=GOOD + b'{"text":"goo')
    assert ran.returncode == 1
    assert len(decode(ran.stdout)) == 1
    assert b"-:2: " in ran.stderr


def test_many_failures_are_reported_in_order_and_counted(newsutils, way):
    lines = b"".join(GOOD if number % 3 else b'{"text":"refuse"}\n' for number in range(600))
    ran = newsutils(*way, stdin=lines)
    said = ran.stderr.decode().splitlines()
    assert [line.split(":")[2] for line in said[:-1]] == [str(number + 1) for number in range(0, 600, 3)]
    assert said[-1] == f"newsutils {way[0]}: 200 failed"
    assert newsutils(*way, "-q", stdin=lines).stderr.count(b"\n") == 200


def test_stages_blame_themselves(newsutils):
    ran = newsutils("pipe", "words | letters", "--on-error", "keep", stdin=b'{"text":"a refuse b"}\n')
    assert ran.stderr.startswith(b"newsutils letters: -:1: I refuse\n")
    assert [one.get("letters") for one in decode(ran.stdout)] == [1, None, 1]


def test_bad_line_passes_all_stages_under_keep_in_one_process_as_in_the_shell(newsutils):
    once = newsutils("pipe", "letters | running-number", "--on-error", "keep", stdin=b"nonsense\n" + GOOD)
    first = newsutils("letters", "--on-error", "keep", stdin=b"nonsense\n" + GOOD)
    second = newsutils("running-number", "--on-error", "keep", stdin=first.stdout)
    assert once.stdout != b""
    assert [one["number"] for one in decode(once.stdout)] == [1, 2]
    assert decode(second.stdout)[1] == decode(once.stdout)[1]


def test_dead_worker_costs_its_record(newsutils):
    texts = ["a"] * 150 + ["kill"] + ["b"] * 150 + ["kill"] + ["c"] * 10
    ran = newsutils("letters", "--jobs", "2", stdin=b"".join(b'{"text":"%s"}\n' % text.encode() for text in texts))
    assert [one["text"] for one in decode(ran.stdout)] == [text for text in texts if text != "kill"]
    assert ran.returncode == 1
    assert ran.stderr.decode().splitlines() == [
        "newsutils letters: -:151: the worker process died (SIGKILL)",
        "newsutils letters: -:302: the worker process died (SIGKILL)",
        "newsutils letters: 2 failed",
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("letters", "--no-such-option"), b"No such option"),
        (("no-such-command",), b"No such command"),
        (("pipe", "letters | | words"), b"a stage is empty"),
        (("pipe", "letters 'x"), b"No closing quotation"),
        (("pipe", "letters -o out"), b"belongs to the pipe"),
        (("pipe", "letters | read"), b"`read` can only come first"),
        (("pipe", "schema letters"), b"no filter"),
        (("running-number", "--jobs", "2"), b"it takes no --jobs"),
        (("letters", "-o", "/no/such/folder/out"), b"No such file or directory"),
        (("letters", "--rejects", "/no/such/folder/out"), b"No such file or directory"),
        (("letters", "--jobs", "0"), b"--jobs"),
        (("letters", "--sleep", "-1"), b"letters: ValueError: no time to sleep"),
        (("letters", "--sleep", "-1", "--jobs", "2"), b"letters: ValueError: no time to sleep"),
    ],
)
def test_usage_errors_exit_with_2_and_say_why(newsutils, arguments, said):
    ran = newsutils(*arguments, stdin=GOOD)
    assert ran.returncode == 2
    assert ran.stdout == b""
    assert said in ran.stderr
    assert b"Traceback" not in ran.stderr
