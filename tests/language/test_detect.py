import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsutils.language import Detected, detect_language, known_languages

STORIES = {
    "en": "The minister said on Monday that talks with the rebels would resume next week in the capital.",
    "de": "Der Minister sagte am Montag, die Gespräche würden nächste Woche in der Hauptstadt fortgesetzt.",
    "fr": "Le ministre a déclaré lundi que les discussions reprendraient la semaine prochaine dans la capitale.",
    "es": "El ministro dijo el lunes que las conversaciones se reanudarán la próxima semana en la capital.",
    "da": "Ministeren sagde mandag, at forhandlingerne bliver genoptaget i hovedstaden efter påske.",
    "no": "Statsråden sa mandag at forhandlingene blir tatt opp igjen i hovedstaden etter påske.",
    "tr": "Bakan pazartesi günü görüşmelerin gelecek hafta başkentte yeniden başlayacağını söyledi.",
    "so": "Wasiirku wuxuu sheegay Isniintii in wadahadalladu ay dib uga bilaaban doonaan caasimadda.",
    "ru": "Министр заявил в понедельник, что переговоры возобновятся на следующей неделе в столице.",
    "uk": "Міністр заявив у понеділок, що переговори відновляться наступного тижня у столиці.",
    "bg": "Министърът заяви в понеделник, че преговорите ще продължат следващата седмица в столицата.",
    "ar": "قال الوزير يوم الاثنين إن المحادثات ستستأنف الأسبوع المقبل في العاصمة.",
    "fa": "وزیر روز دوشنبه گفت که گفتگوها هفته آینده در پایتخت از سر گرفته می‌شود.",
    "zh": "部长星期一表示，会谈将于下周在首都恢复。",
    "ja": "外相は月曜日、協議は来週首都で再開されると述べた。",
    "ko": "장관은 월요일 회담이 다음 주 수도에서 재개될 것이라고 밝혔다.",
    "th": "รัฐมนตรีกล่าวเมื่อวันจันทร์ว่าการเจรจาจะเริ่มขึ้นอีกครั้งในสัปดาห์หน้า",
}


@pytest.mark.parametrize("language", STORIES)
def test_a_sentence_is_enough(language):
    found = detect_language(STORIES[language])
    assert (found.lang, found.score > 0.9) == (language, True)


@pytest.mark.parametrize("text", ["", " \n", "404 — 12.5 %", "🙂", "\ud800"])
def test_text_without_letters_is_undetermined(text):
    assert detect_language(text) == Detected("und", 0.0)


def test_script_without_a_known_language_is_named():
    assert detect_language("ጠቅላይ ሚኒስትሩ ሰኞ ዕለት ተናገሩ").lang == "und-Ethi"
    assert detect_language("პრემიერ-მინისტრმა განაცხადა").lang == "und-Geor"


def test_language_without_statistics_is_undetermined():
    icelandic = (
        "Ráðherrann sagði á mánudag að viðræðurnar myndu hefjast aftur í næstu viku í höfuðborginni. "
        "Hann bætti því við að ekkert væri ákveðið og að þingið yrði að samþykkja samninginn áður en hann tekur gildi."
    )
    assert detect_language(icelandic).lang == "und"


def test_only_the_languages_named_are_considered():
    assert detect_language(STORIES["da"], ["no", "en"]).lang == "no"
    assert detect_language(STORIES["ja"], ["no", "en"]).lang == "und-Kana"
    assert detect_language(STORIES["fa"], ["ar"]).lang in ("ar", "und")


def test_unknown_language_is_refused():
    with pytest.raises(ValueError, match="'xx'"):
        detect_language("Hello", ["en", "xx"])


def test_names_in_another_script_do_not_count():
    assert detect_language("Компания Apple Inc. представила iPhone 17 Pro Max в Cupertino, California.").lang == "ru"


def test_addresses_do_not_count():
    assert detect_language("Kontakt: presse@example.org https://example.org/the-news-of-the-world/today").lang != "en"


def test_capital_letters_are_letters():
    assert detect_language("MINISTER SAYS TALKS WITH THE REBELS WILL RESUME NEXT WEEK").lang == "en"


def test_the_middle_of_a_long_text_decides():
    assert detect_language(STORIES["en"] + STORIES["de"] * 30 + STORIES["en"]).lang == "de"


def test_every_known_language_has_a_profile():
    from newsutils.language.profiles import load_profiles
    from newsutils.language.scripts import languages_by_script

    several = [languages for languages in languages_by_script().values() if len(languages) > 1]
    assert all(load_profiles(languages).likelihood.shape[1] == len(languages) for languages in several)
    assert len(known_languages()) == 54


@given(st.text())
def test_any_text_has_one_answer(text):
    found = detect_language(text)
    assert found == detect_language(text)
    assert 0 <= found.score <= 1
    assert (found.score == 0) == found.lang.startswith("und")


@pytest.mark.parametrize("unit", ["a", "@", "www.", "x@y ", "и", "漢", "ạ̈"])
def test_a_megabyte_costs_no_more_than_a_page(unit):
    detect_language(unit * 1000)
    started = time.process_time()
    detect_language(unit * (1_000_000 // len(unit)))
    assert time.process_time() - started < 0.1


def test_close_relatives_without_statistics_are_not_taken_for_the_nearest():
    hausa = (
        "Gwamnan jihar ya bayyana wa manema labarai ranar Litinin cewa za a fara gyaran tsohuwar gadar nan da makonni "
        "biyu masu zuwa, domin mutanen kauyen sun dade suna kokawa kan yadda suke shan wahala wajen tsallaka kogin. "
        "Ya kuma ce gwamnati ta ware kudi masu yawa don wannan aiki, kuma kwararru daga birnin za su sa ido a kansa."
    )
    assert detect_language(hausa).lang == "und"
    assert detect_language(STORIES["so"] * 4).lang == "so"
