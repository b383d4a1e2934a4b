"""The phrases of furniture, in many languages, and the words that stand in no running text."""

import pytest

from newsutils.cleaning.phrases import holds_phrase, opens_tail

OPENERS = {
    "en": "You might also like",
    "de": "Das könnte Sie auch interessieren",
    "fr": "À lire aussi",
    "es": "Te puede interesar",
    "pt": "Leia também",
    "it": "Leggi anche",
    "nl": "Lees ook",
    "sv": "Läs också",
    "pl": "Czytaj także",
    "tr": "İlgili Haberler",
    "id": "Baca juga",
    "ru": "Читайте также",
    "uk": "Читайте також",
    "ar": "اقرأ أيضا",
    "hi": "यह भी पढ़ें",
    "ja": "関連記事",
    "ko": "관련 기사",
    "zh": "相关新闻",
}


@pytest.mark.parametrize("lang", OPENERS)
def test_what_opens_the_tail_of_a_page(lang):
    assert opens_tail(OPENERS[lang])


@pytest.mark.parametrize(
    "line",
    [
        "All rights reserved",
        "Alle Rechte vorbehalten",
        "Tous droits réservés",
        "Todos los derechos reservados",
        "Todos os direitos reservados",
        "Tutti i diritti riservati",
        "Все права защищены",
    ],
)
def test_small_print(line):
    assert holds_phrase(line)


@pytest.mark.parametrize(
    "line",
    [
        "You might also like to know that the bridge is older than the town, and that it has been rebuilt twice since.",
        "The council voted on Monday to repair the bridge.",
        "",
    ],
)
def test_running_text_is_neither(line):
    assert not opens_tail(line)
    assert not holds_phrase(line)
