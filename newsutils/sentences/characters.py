"""The characters that matter at a boundary, as strings to be put between the brackets of a regular expression."""

STOPS = ".!?…‼⁇⁈⁉؟۔܀።፧॥।։"
WIDE_STOPS = "。！？｡．"
MARKS = STOPS + WIDE_STOPS
LINE_BREAKS = "\n\r\u2028\u2029"

# Direction marks and zero-width characters stick to whatever they touch.
INVISIBLE = "\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
QUOTES = "\"'“”„‟‘’‚«»‹›「」『』"
CLOSERS = QUOTES + r")\]}）】》〉" + INVISIBLE
WIDE_CLOSERS = '"”’」』»)）】》〉' + INVISIBLE
OPENERS = QUOTES + r"(\[{¿¡（【《〈*•·▪◦‣–—―\-" + INVISIBLE
BULLETS = "•·▪◦‣⁃*–—―-"

_CASED = [chr(point) for point in range(0x41, 0x0530)]
UPPER = "".join(letter for letter in _CASED if letter.isupper())
LOWER = "".join(letter for letter in _CASED if letter.islower())

# Letters and vowel signs of the scripts without capitals that end a sentence with a mark and a blank.
CASELESS = "\u05d0-\u05ea\u0620-\u065f\u066e-\u06d3\u06fa-\u06ff\u0900-\u0963\u0970-\u0dff\uac00-\ud7a3"
