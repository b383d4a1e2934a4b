"""Files that hold many pages, through the real program: what is damaged costs itself, memory stays flat."""

import gzip

import pytest

from support import decode, peak_memory

PAGE = b"<html><head><title>The bridge</title></head><body><p>The bridge stays closed until June.</p></body></html>"


def record(block, kind="response", extra=b"Content-Type: application/http; msgtype=response\r\n", number=0):
    head = b"WARC/1.1\r\nWARC-Type: %s\r\nWARC-Target-URI: https://gazette.example/%d\r\n" % (kind.encode(), number)
    return head + extra + b"Content-Length: %d\r\n\r\n" % len(block) + block + b"\r\n\r\n"


def response(body=PAGE, head=b"Content-Type: text/html\r\n"):
    return b"HTTP/1.1 200 OK\r\n" + head + b"\r\n" + body


GOOD = [record(response(), number=number) for number in range(3)]


@pytest.fixture(params=[(), ("--jobs", "2")], ids=["serial", "jobs"])
def jobs(request):
    return request.param


@pytest.mark.parametrize(
    ("damaged", "reason"),
    [
        (record(b"no response"), b"no HTTP response"),
        (record(b"HTTP/1.1 200 OK\r\nContent-Type: text/html"), b"without an end of its header"),
        (record(response(b"\x89PNG\0\0\1\2\0\0" * 50)), b"not text"),
        (
            record(response(head=b"Content-Type: text/html\r\nContent-Encoding: br\r\n", body=b"\x8b\x01")),
            b"compressed as br",
        ),
        (b"some bytes\r\nthat are nothing\r\n", b"no WARC record begins"),
        (b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: many\r\n\r\n", b"Content-Length: 'many'"),
        (b"WARC/1.0\r\n" + b"X: y\r\n" * 300, b"without an end"),
        (GOOD[0].replace(b"Content-Length: ", b"Content-Length: 9")[:-99], None),
    ],
)
def test_a_damaged_record_costs_itself(newsutils, tmp_path, jobs, damaged, reason):
    (tmp_path / "crawl.warc").write_bytes(GOOD[0] + damaged + GOOD[1] + GOOD[2])
    ran = newsutils("read", str(tmp_path / "crawl.warc"), *jobs)
    kept = [one["url"][-1] for one in decode(ran.stdout)]
    assert ran.returncode == 1
    assert kept == ["0", "1", "2"] if reason else kept[0] == "0"
    assert b"crawl.warc:2: " in ran.stderr
    assert (reason or b"cut short") in ran.stderr


def test_an_archive_is_read_by_its_bytes_and_compressed(newsutils, tmp_path, jobs):
    plain = b"".join(GOOD)
    (tmp_path / "crawl").write_bytes(b"".join(map(gzip.compress, GOOD)))
    by_file = newsutils("read", str(tmp_path / "crawl"), *jobs)
    by_pipe = newsutils("read", *jobs, stdin=plain)
    assert by_file.stdout == by_pipe.stdout
    assert [one["title"] for one in decode(by_pipe.stdout)] == ["The bridge"] * 3


def test_packed_and_chunked_responses(newsutils):
    packed = gzip.compress(PAGE)
    chunks = b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed), packed)
    head = b"Content-Type: text/html\r\nContent-Encoding: gzip\r\n"
    blocks = [response(packed, head), response(chunks, head + b"Transfer-Encoding: chunked\r\n"), response(PAGE, head)]
    ran = newsutils("read", "--format", "warc", stdin=b"".join(map(record, blocks)))
    assert [one["text"] for one in decode(ran.stdout)] == ["The bridge stays closed until June."] * 3


def test_a_cut_archive_gives_what_is_whole(newsutils, tmp_path, jobs):
    (tmp_path / "cut.warc.gz").write_bytes(gzip.compress(b"".join(GOOD))[:-60])
    ran = newsutils("read", str(tmp_path / "cut.warc.gz"), *jobs)
    assert ran.returncode == 1
    assert b"cut.warc.gz" in ran.stderr


def test_memory_does_not_grow_with_an_archive(tmp_path):
    def peak(records):
        path = tmp_path / f"{records}.warc"
        with path.open("wb") as file:
            for number in range(records):
                file.write(record(response(b"<p>The bridge.</p><!--" + b" " * 1_000_000 + b"-->"), number=number))
                file.write(record(b"x" * 1_000_000, "resource", b"Content-Type: image/png\r\n"))
        most = peak_memory("read", str(path))
        path.unlink()
        return most

    small, large = peak(5), peak(60)
    assert large < small + 20_000


TABLE = 'title,text\n"One","The first\nstory"\n"Two","The ""second"""\nmuch,too,many\nThree,\n"Four","The fourth"\n'


def test_rows_that_fail_are_named_by_their_line(newsutils, tmp_path, jobs):
    (tmp_path / "stories.csv").write_text(TABLE)
    rejects = tmp_path / "rejects"
    ran = newsutils("read", str(tmp_path / "stories.csv"), "--rejects", str(rejects), *jobs)
    assert [one["text"] for one in decode(ran.stdout)] == ["The first\nstory", 'The "second"', "The fourth"]
    assert ran.returncode == 1
    assert b"stories.csv:5: 3 cells, but 2 columns" in ran.stderr
    assert b"stories.csv:6: no text" in ran.stderr
    assert rejects.read_bytes() == b"much,too,many\nThree,\n"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_tables_in_any_encoding(newsutils, codec):
    table = "Titel;Text\r\nGrößer;Die Brücke bleibt für längere Zeit zu.\r\nÄrger;Zweite Zeile.\r\n"
    ran = newsutils("read", "--format", "csv", "--map", "text=Text", "--map", "title=Titel", stdin=table.encode(codec))
    assert [one["title"] for one in decode(ran.stdout)] == ["Größer", "Ärger"]


def test_an_open_quotation_mark_does_not_take_all_memory(newsutils):
    ran = newsutils("read", "--format", "csv", stdin=b'text\n"' + (b"y" * 10_000 + b"\n") * 1700)
    assert ran.returncode == 1
    assert b"field larger" in ran.stderr


def test_a_column_that_is_not_there(newsutils):
    ran = newsutils("read", "--format", "csv", "--map", "text=Body", stdin=b"body\na\n")
    assert b"-:2: no column 'Body' for 'text'; there are 'body'" in ran.stderr


@pytest.mark.parametrize(
    "arguments", [("--map", "text"), ("--map", "=x"), ("--encoding", "no-such"), ("--format", "doc")]
)
def test_what_cannot_be_asked(newsutils, arguments):
    assert newsutils("read", *arguments).returncode == 2


def test_the_encoding_may_be_given(newsutils):
    ran = newsutils("read", "--encoding", "koi8-r", stdin="кот".encode("koi8-r"))
    assert decode(ran.stdout)[0]["text"] == "кот"


def test_json_values_pass_byte_for_byte(newsutils):
    ran = newsutils(
        "read", "--map", "text=body", stdin=b'{"n":0.10,"body":"a","big":1e400,"e":"\\u00e9"}\n{"text":1}\n{'
    )
    assert ran.stdout.endswith(b'"text":"a","n":0.10,"big":1e400,"e":"\\u00e9"}\n')
    assert ran.stderr.count(b"newsutils read: -:") == 2
    assert b"-:3: Input data was truncated" in ran.stderr


def test_jobs_give_the_same_bytes(newsutils, tmp_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(20):
        (folder / f"{number:02}.html").write_bytes(PAGE.replace(b"June", b"day %d" % number))
    (folder / "05.csv").write_text("text\n" + "A story of the day.\n" * 30)
    (folder / "10.warc.gz").write_bytes(gzip.compress(b"".join(GOOD) + b"junk\n" + GOOD[0]))
    (folder / "11.txt").write_bytes(b"\0\0\0")
    (folder / "15.jsonl").write_bytes(b'{"text":"one"}\n{"text":\n{"text":"two"}\n')
    serial, parallel = newsutils("read", str(folder)), newsutils("read", str(folder), "--jobs", "2")
    assert (serial.stdout, serial.stderr, serial.returncode) == (parallel.stdout, parallel.stderr, parallel.returncode)
    assert len(decode(serial.stdout)) == 20 + 30 + 4 + 2
    assert serial.returncode == 1
