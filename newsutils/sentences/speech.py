"""Who speaks: words after a quotation that belong to its sentence although its mark would end one."""

import re

from newsutils.sentences.lexicon import Lexicon

_NAME = r"(?:(?:[A-Z][\w'’-]{0,20}\.?|[\u0900-\u097f]{1,20})\s)"
_AGED = r"(?:(?:[A-Z][\w'’-]{0,20}\s){0,2}[A-Z][\w'’-]{0,20},\s[\w'’ -]{1,40},\s)"
_OFFICE = r"(?:[A-Z][\w-]{0,20}['’]s\s(?:[\w-]{1,20}\s){1,4}?)"
_NOTHING = re.compile(r"(?!)")


def speaker(lexicon: Lexicon) -> re.Pattern[str]:
    """Up to four names and a verb of speech, as after a quoted question: `"Why?" Mr. Smith asked.`.

    Or somebody's office: `"Why?" Iran's foreign minister asked.`; or who somebody is: `"Why?" Smith, 34, asked.`.
    """
    verbs = "|".join(sorted(lexicon.words("speech")))
    past = r"(?![\w\u0900-\u0963])(?!\s(?:that\b|कि\s))"
    return re.compile(rf"(?:{_OFFICE}|{_AGED}|{_NAME}{{0,4}})(?:{verbs}){past}") if verbs else _NOTHING


def reporting(lexicon: Lexicon) -> re.Pattern[str]:
    """What follows a quotation without a blank and belongs to it: a particle, or a name and a verb of speech."""
    verbs, starters = ("|".join(sorted(lexicon.words(name))) for name in ("reporting", "starters"))
    particles = "|".join(sorted(lexicon.words("particles")))
    tags = [
        *([rf"(?!{starters})(?:{particles})"] if particles else []),
        *([rf"(?:(?![没沒不无無未])\w){{1,6}}?(?:·[\w.]{{1,8}}?)?(?:{verbs})[，。：,]"] if verbs else []),
    ]
    return re.compile("|".join(tags)) if tags else _NOTHING
