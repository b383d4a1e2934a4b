"""Which language a text is written in.

:func:`detect_language` samples the middle of the text. The script of the letters decides where one known language is
written in it (kana: Japanese, Hangul: Korean); among the languages of a script, naive Bayes over sequences of letters
does, with the profiles of langdetect. A text that fits no profile is "und". The answer depends on the text alone.

:func:`newsutils.language.choose.language_of` is what other libraries ask: a record's own `lang`, a default or the
script, without any statistics.
"""

from newsutils.language.detect import Detected, detect_language, known_languages

__all__ = ["Detected", "detect_language", "known_languages"]
