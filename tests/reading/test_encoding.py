"""The encoding of a page is found out."""

import codecs
import time

import pytest

from newsutils.reading.encoding import decode
from newsutils.record import RecordError

TEXTS = {
    "Мэр города заявил в понедельник, что мост откроют летом, и жители были рады.": ("cp1251", "koi8_u"),
    "市長は月曜日、古い橋を修理すると発表した。カタカナのニュースもある。": ("cp932", "euc_jp", "iso2022_jp"),
    "市政府星期一宣布，将修复旧桥，市民对此表示欢迎。": ("gb18030",),
    "市政府星期一宣布，將修復舊橋，市民對此表示歡迎。": ("big5",),
    "시장은 월요일에 오래된 다리를 고치겠다고 발표했다. 시민들은 환영했다.": ("cp949",),
    "Ο δήμαρχος δήλωσε τη Δευτέρα ότι η παλιά γέφυρα θα επισκευαστεί το καλοκαίρι.": ("cp1253",),
    "ראש העיר אמר ביום שני כי הגשר הישן ישופץ בקיץ והתושבים שמחו.": ("cp1255",),
    "قال رئيس البلدية يوم الاثنين إن الجسر القديم سيتم إصلاحه في الصيف.": ("cp1256",),
    "นายกเทศมนตรีกล่าวเมื่อวันจันทร์ว่าสะพานเก่าจะได้รับการซ่อมแซม": ("cp874",),
    "Le maire a déclaré que le pont serait réparé « dès l’été » — enfin.": ("cp1252",),
}
PAIRS = [(text, codec) for text, codecs_of_text in TEXTS.items() for codec in codecs_of_text]


@pytest.mark.parametrize(("text", "codec"), PAIRS, ids=[codec for _, codec in PAIRS])
def test_legacy_bytes_that_say_nothing(text, codec):
    assert decode((text * 3).encode(codec)) == text * 3


@pytest.mark.parametrize("text", TEXTS)
def test_utf8_wins_over_a_wrong_claim(text):
    assert decode(text.encode(), "text/html; charset=iso-8859-1") == text


@pytest.mark.parametrize(
    ("mark", "codec"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")],
)
def test_byte_order_marks(mark, codec):
    assert decode(mark + "naïve".encode(codec)) == "naïve"


def test_the_header_and_the_page_name_it():
    data = "<meta charset=windows-1250><p>Tomáš řekl: ďábel</p>".encode("cp1250")
    assert "Tomáš řekl: ďábel" in decode(data)
    assert decode("Tomáš řekl".encode("cp1250"), "text/plain; charset=windows-1250") == "Tomáš řekl"
    assert decode(b"caf\xe9", "text/plain; charset=no-such") == "café"
    assert decode(b"it\x92s", "text/html; charset=ISO-8859-1") == "it’s"


def test_utf16_without_a_mark():
    assert decode("plain words".encode("utf-16-le")) == "plain words"


def test_a_few_broken_bytes_do_not_change_utf8():
    assert decode("мост ".encode() * 500 + b"\xff") == "мост " * 500 + "\ufffd"


def test_binary_data_is_refused():
    with pytest.raises(RecordError, match="zero bytes"):
        decode(b"\x89PNG\0\0\1\2\0\0" * 50)


@pytest.mark.parametrize("unit", [b"\xff", b"<meta ", b"charset=", b"\xe2\x80"])
def test_hostile_bytes_take_linear_time(unit):
    started = time.process_time()
    decode(unit * (1_000_000 // len(unit)))
    assert time.process_time() - started < 5
