"""Who speaks: words after a quotation that belong to its sentence although its mark would end one."""

import re

from newsutils.sentences.lexicon import Lexicon

_NAME = r"(?:[A-Z][\w'’-]{0,20}\.?\s)"
_NOTHING = re.compile(r"(?!)")


def speaker(lexicon: Lexicon) -> re.Pattern[str]:
    """One to four names and a verb of speech, as after a quoted question: `"Why?" Mr. Smith asked.`."""
    verbs = "|".join(sorted(lexicon.words("speech")))
    return re.compile(rf"{_NAME}{{1,4}}(?:{verbs})\b(?!\sthat\b)") if verbs else _NOTHING


def reporting(lexicon: Lexicon) -> re.Pattern[str]:
    """What follows a quotation without a blank and belongs to it: a particle, or a name and a verb of speech."""
    verbs = "|".join(sorted(lexicon.words("reporting")))
    tags = [*sorted(lexicon.words("particles")), *([rf"\w{{1,10}}?(?:{verbs})\w{{0,2}}[，。：,]"] if verbs else [])]
    return re.compile("|".join(tags)) if tags else _NOTHING
