import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsutils.language.choose import by_script, language_of, primary_subtag

TEXTS = {
    "ja": "東京で大きな地震がありました。けが人はいません。",
    "ko": "서울에서 대규모 집회가 열렸다.",
    "zh": "北京星期一举行了一场新闻发布会。",
    "ar": "قال متحدث باسم الوزارة إن المفاوضات مستمرة.",
    "fa": "سخنگوی دولت گفت که گفتگوها پیشرفت کرده است.",
    "ur": "وزیر خارجہ نے کہا ہے کہ بات چیت جاری رہے گی۔",
    "ru": "Премьер-министр заявил, что переговоры продолжатся.",
    "uk": "Прем'єр-міністр заявив, що переговори тривають і далі.",
    "el": "Ο πρωθυπουργός μίλησε στη Βουλή.",
    "he": "ראש הממשלה נאם בכנסת.",
    "th": "นายกรัฐมนตรีกล่าวเมื่อวันจันทร์",
    "hi": "प्रधानमंत्री ने सोमवार को कहा।",
}


@pytest.mark.parametrize("language", TEXTS)
def test_script_names_the_language(language: str) -> None:
    assert by_script(TEXTS[language]) == language


def test_latin_script_names_none() -> None:
    assert by_script("Le président a déclaré lundi que l’accord tenait.") == ""


@pytest.mark.parametrize("text", ["", "1234 — 5,6", "\ud800", "🙂🙂", "ሰላም ነው"])
def test_nothing_known_is_empty(text: str) -> None:
    assert by_script(text) == ""


def test_record_then_default_then_script() -> None:
    assert language_of({"lang": "pt-BR"}, "en", TEXTS["ru"]) == "pt"
    assert language_of({"lang": "und-Ethi"}, "en", TEXTS["ru"]) == "en"
    assert language_of({"lang": None}, None, TEXTS["ru"]) == "ru"
    assert language_of({"lang": 7}, "", "Hello") == ""


def test_primary_subtag() -> None:
    assert [primary_subtag(tag) for tag in ("zh-Hant-TW", "EN_us", "und", "")] == ["zh", "en", "", ""]


@given(st.text())
def test_any_text_has_an_answer(text: str) -> None:
    assert len(by_script(text)) in (0, 2)
