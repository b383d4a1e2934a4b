"""A bad line or record is named, counted, and costs nothing else."""

import gzip

import pytest

from support import decode

GOOD = b'{"text":"good"}\n'
BAD_LINES = {
    "no JSON": (b"Once upon a time\n", "not JSON; pipe plain text through `newsutils read` first"),
    "truncated": (b'{"text":"a\n', "truncated"),
    "NaN": (b'{"text":"a","x":[NaN]}\n', "NaN is no JSON"),
    "infinity": (b'{"text":"a","x":-Infinity}\n', "-Infinity is no JSON"),
    "lone surrogate": (b'{"text":"\\ud800"}\n', "a lone surrogate"),
    "lone surrogate in another field": (b'{"text":"a","x":{"y":["\\uDC00b"]}}\n', "a lone surrogate"),
    "raw control character": (b'{"text":"a\x00b"}\n', "invalid character"),
    "lone carriage return": (b'{"text":"a"\r,"b":"c\rd"}\n', "invalid character"),
    "invalid UTF-8": (b'{"text":"caf\xe9"}\n', "not UTF-8"),
    "invalid UTF-8 in another field": (b'{"text":"a","x":["caf\xe9"]}\n', "not UTF-8"),
    "array": (b"[1,2]\n", "Expected `object`, got `array`"),
    "null": (b"null\n", "Expected `object`, got `null`"),
    "scalar": (b"12\n", "Expected `object`"),
    "two objects": (b'{"text":"a"} {"text":"b"}\n', "trailing"),
    "deeply nested": (b'{"text":' + b"[" * 5000 + b"]" * 5000 + b"}\n", "nested too deeply"),
}
BAD_RECORDS = {
    "no text": (b'{"id":"1"}\n', "no field 'text'"),
    "text is no string": (b'{"text":["a"]}\n', "field 'text' is no text"),
    "number out of range is read": (b'{"text":1e400}\n', "field 'text'"),
    "errors are no list": (b'{"id":"2","errors":5}\n', "no field 'text'"),
    "errors cannot be read": (b'{"id":"3","errors":[1e400]}\n', "no field 'text'"),
    "filter refuses": (b'{"text":"refuse"}\n', "I refuse"),
    "filter stumbles": (b'{"text":"stumble"}\n', "ZeroDivisionError: division by zero"),
    "filter forgets to return": (b'{"text":"forget"}\n', "NoneType"),
    "filter makes what is no JSON": (b'{"text":"surrogate"}\n', "lone surrogate"),
}
BAD = [*BAD_LINES.values(), *BAD_RECORDS.values()]
MIXED = b"".join(GOOD + line for line, _ in BAD) + GOOD


def test_skip_reports_and_goes_on(newsutils, way, tmp_path):
    path = tmp_path / "in.jsonl"
    path.write_bytes(MIXED)
    ran = newsutils(*way, str(path))
    said = ran.stderr.decode().splitlines()
    assert ran.returncode == 1
    assert [one["text"] for one in decode(ran.stdout)] == ["good"] * (len(BAD) + 1)
    for number, (line, (_, reason)) in enumerate(zip(said[:-1], BAD, strict=True), 1):
        assert line.startswith(f"newsutils letters: {path}:{2 * number}: ")
        assert reason in line
    assert said[-1] == f"newsutils {way[0]}: {len(BAD)} failed"


def test_keep_passes_it_on_with_its_errors(newsutils, way):
    ran = newsutils(*way, "--on-error", "keep", stdin=MIXED)
    made = decode(ran.stdout)
    assert ran.returncode == 1
    assert [one["text"] for one in made[::2]] == ["good"] * (len(BAD) + 1)
    for kept, (line, reason) in zip(made[1::2], BAD, strict=True):
        assert kept["errors"][-1]["command"] == "letters"
        assert reason in kept["errors"][-1]["reason"]
        if (line, reason) in BAD_LINES.values():
            assert kept["raw"] == line[:-1].decode("utf-8", "backslashreplace")
        else:
            assert "raw" not in kept


def test_kept_record_keeps_its_bytes(newsutils, way):
    ran = newsutils(*way, "--on-error", "keep", stdin=BAD_RECORDS["errors cannot be read"][0])
    assert ran.stdout.startswith(b'{"id":"3","errors":[1e400,{"command":"letters",')


def test_rejects_keep_the_lines_as_they_came(newsutils, way, tmp_path):
    rejects = tmp_path / "rejects"
    newsutils(*way, "--rejects", str(rejects), stdin=MIXED)
    assert rejects.read_bytes() == b"".join(line for line, _ in BAD)


def test_rejects_are_compressed_as_their_name_says(newsutils, tmp_path):
    rejects = tmp_path / "rejects.gz"
    newsutils("letters", "--rejects", str(rejects), stdin=MIXED)
    assert gzip.decompress(rejects.read_bytes()) == b"".join(line for line, _ in BAD)


@pytest.mark.parametrize("bad", ["no JSON", "filter stumbles"])
def test_fail_stops_there(newsutils, way, bad, tmp_path):
    line, reason = (BAD_LINES | BAD_RECORDS)[bad]
    out = tmp_path / "out.jsonl"
    shown = newsutils(*way, "--on-error", "fail", stdin=GOOD + line + GOOD + line)
    kept = newsutils(*way, "--on-error", "fail", "-o", str(out), stdin=GOOD + line + GOOD)
    assert shown.returncode == kept.returncode == 1
    assert len(decode(shown.stdout)) == 1
    first, *rest = shown.stderr.decode().splitlines()
    assert reason in first
    assert rest == [f"newsutils {way[0]}: 1 failed"]
    assert list(tmp_path.iterdir()) == []


def test_bytes_that_are_not_utf8_can_be_replaced(newsutils, way):
    lines = b'{"text":"caf\xe9 \xc3\xa9","x":"\xff"}\n' + BAD_LINES["truncated"][0] + GOOD
    ran = newsutils(*way, "--encoding-errors", "replace", stdin=lines)
    first, last = decode(ran.stdout)
    assert ran.returncode == 1
    assert first == {"text": "caf\ufffd \u00e9", "x": "\ufffd", "letters": 6}
    assert last["text"] == "good"


def test_field_that_is_replaced_is_told_once(newsutils, way, tmp_path):
    path = tmp_path / "in.jsonl"
    path.write_bytes(GOOD * 100 + b'{"text":"good","letters":"of credence"}\n' * 100)
    ran = newsutils(*way, str(path))
    assert ran.returncode == 0
    assert ran.stderr.decode() == (
        f"newsutils letters: {path}:101: warning: replaces the record's 'letters' (said once)\n"
    )
    assert newsutils(*way, "-q", str(path)).stderr == b""


def test_field_that_a_command_is_there_to_change_is_no_matter(newsutils):
    ran = newsutils("pipe", "detect-language --force | clean", stdin=b'{"text":"One two three.","lang":"en"}\n')
    assert (ran.returncode, ran.stderr) == (0, b"")


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
