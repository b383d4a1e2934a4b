"""What people feed a filter, and what becomes of values that it does not touch."""

import bz2
import gzip
import lzma
import random

import pytest
import zstandard

from support import decode

PACKED = {
    "gz": gzip.compress,
    "zst": zstandard.ZstdCompressor().compress,
    "bz2": bz2.compress,
    "xz": lzma.compress,
}


def test_values_pass_byte_for_byte(newsutils, way):
    numbers = b'"b":0.1000,"a":1e2,"big":123456789012345678901234567890,"far":1e400,"long":' + b"7" * 5000
    line = b"{" + numbers + b',"e":"\\u00e9","o":{ "x":[1, 2]},"text":"a"}'
    ran = newsutils(*way, stdin=line + b"\n")
    assert ran.stdout == line[:-1] + b',"letters":1}\n'


@pytest.mark.parametrize(
    ("stdin", "texts"),
    [
        (b'\xef\xbb\xbf{"text":"bom"}\n{"text":"b"}\n', ["bom", "b"]),
        (b'{"text":"cr"}\r\n\r\n{"text":"lf"}\r\n', ["cr", "lf"]),
        (b'\n  \n{"text":"blank"}\n\n', ["blank"]),
        (b'{"text":"no line break at the end"}', ["no line break at the end"]),
        ('{"text":"a\u2028b\x85c"}\n'.encode(), ["a\u2028b\x85c"]),
        (b'{"text":"\\u0000"}\n', ["\0"]),
        (b'\x1e{"text":"record separator"}\n', ["record separator"]),
        (b'{"text":"a","text":"last"}\n', ["last"]),
        (b'  {"text" : "a"}  \n', ["a"]),
        (b"", []),
    ],
)
def test_what_people_feed_it_is_fine(newsutils, way, stdin, texts):
    ran = newsutils(*way, stdin=stdin)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert [one["text"] for one in decode(ran.stdout)] == texts
    assert ran.stdout.count(b"\n") == len(texts)


@pytest.mark.parametrize("ending", PACKED)
def test_compressed_input_is_known_by_its_bytes(newsutils, way, ending, tmp_path):
    data = b'{"text":"a"}\n' * 3
    (tmp_path / "no-ending").write_bytes(PACKED[ending](data) + PACKED[ending](data))
    named = newsutils(*way, str(tmp_path / "no-ending"))
    piped = newsutils(*way, stdin=PACKED[ending](data))
    assert len(decode(named.stdout)) == 6
    assert len(decode(piped.stdout)) == 3
    assert named.returncode == piped.returncode == 0


@pytest.mark.parametrize("ending", PACKED)
def test_output_is_compressed_by_its_name(newsutils, way, ending, tmp_path):
    data = b'{"text":"a"}\n' * 3
    packed, plain = tmp_path / f"out.{ending}", newsutils(*way, stdin=data).stdout
    assert newsutils(*way, "-o", str(packed), stdin=data).returncode == 0
    assert packed.read_bytes()[:2] == PACKED[ending](b"")[:2]
    again = newsutils("running-number", str(packed))
    assert [one["letters"] for one in decode(again.stdout)] == [one["letters"] for one in decode(plain)]


@pytest.mark.parametrize("ending", PACKED)
def test_cut_compressed_input_costs_only_what_is_missing(newsutils, way, ending, tmp_path):
    chance = random.Random(1)
    lines = b"".join(b'{"text":"%d"}\n' % chance.getrandbits(99) for _ in range(100_000))
    (tmp_path / "cut").write_bytes(PACKED[ending](lines)[:-20])
    (tmp_path / "good").write_bytes(b'{"text":"last"}\n')
    ran = newsutils(*way, str(tmp_path / "cut"), str(tmp_path / "good"))
    made = decode(ran.stdout)
    assert ran.returncode == 1
    assert len(made) > (80_000 if ending == "bz2" else 90_000), "bzip2 has the largest blocks, and only whole ones"
    assert made[-1]["text"] == "last"
    assert b"cut: " in ran.stderr


def test_zstandard_with_a_long_window_is_read(newsutils, tmp_path):
    wide = zstandard.ZstdCompressionParameters(window_log=29, enable_ldm=True)
    packed = zstandard.ZstdCompressor(compression_params=wide).compressobj()
    (tmp_path / "long.zst").write_bytes(packed.compress(b'{"text":"a"}\n' * 10) + packed.flush())
    assert len(decode(newsutils("letters", str(tmp_path / "long.zst")).stdout)) == 10


@pytest.mark.parametrize("jobs", [(), ("--jobs", "2")], ids=["serial", "jobs"])
def test_page_that_cannot_be_read_costs_no_other(newsutils, jobs, tmp_path):
    for number in range(20):
        (tmp_path / f"{number:02}.txt").write_text(f"Page {number} has a text of its own.")
    (tmp_path / "05.txt.gz").write_bytes(gzip.compress(b"This page is cut off.")[:-9])
    (tmp_path / "06.txt.zst").write_bytes(zstandard.ZstdCompressor().compress(b"Cut off too." * 99)[:-9])
    (tmp_path / "07.txt.xz").write_bytes(lzma.compress(b"Damaged.")[:-30] + b"?" * 30)
    (tmp_path / "08.txt.gz").write_bytes(gzip.compress(b"This page is whole."))
    rejects = tmp_path / "rejects"
    ran = newsutils("read", str(tmp_path), str(tmp_path / "gone.txt"), "--rejects", str(rejects), *jobs)
    said = ran.stderr.decode().splitlines()
    assert ran.returncode == 2
    assert len(decode(ran.stdout)) == 21
    assert [line.split(":")[1].rpartition("/")[2] for line in said if "5.txt.gz" in line] == ["05.txt.gz"]
    assert rejects.read_text().splitlines() == [
        str(tmp_path / name) for name in ("05.txt.gz", "06.txt.zst", "07.txt.xz")
    ]
    assert any("gone.txt: No such file or directory" in line for line in said)
    assert said[-1] == "newsutils read: 3 failed"


def test_files_are_read_in_order_and_dash_is_standard_input(newsutils, way, tmp_path):
    for name in "ab":
        (tmp_path / name).write_bytes(b'{"text":"%s"}' % name.encode())
    ran = newsutils(*way, str(tmp_path / "b"), "-", str(tmp_path / "a"), stdin=b'{"text":"-"}')
    assert [one["text"] for one in decode(ran.stdout)] == ["b", "-", "a"]


def test_missing_file_costs_no_other(newsutils, way, tmp_path):
    (tmp_path / "there").write_bytes(b'{"text":"a"}\n')
    ran = newsutils(*way, str(tmp_path / "gone"), str(tmp_path / "there"), str(tmp_path))
    assert ran.returncode == 2
    assert len(decode(ran.stdout)) == 1
    assert b"gone: No such file or directory" in ran.stderr
    assert b"Is a directory" in ran.stderr


def test_filter_that_stumbles_at_the_end_is_reported(newsutils):
    ran = newsutils("running-number", stdin=b'{"text":"a"}\n' * 13)
    assert (ran.returncode, len(decode(ran.stdout))) == (1, 13)
    assert ran.stderr.startswith(b"newsutils running-number: end of input: an unlucky count\n")


def test_kinds_of_filter_give_what_they_say(newsutils):
    lines = b'{"text":"a b"}\n{"text":"drop"}\n{"text":"c"}\n'
    ran = newsutils("pipe", "letters | words | running-number", stdin=lines)
    assert decode(ran.stdout) == [
        {"text": "a", "number": 1},
        {"text": "b", "number": 2},
        {"text": "c", "number": 3, "of": 3},
    ]
