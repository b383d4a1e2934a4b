"""The characters that matter at a boundary, as strings to be put between the brackets of a regular expression."""

POINTS = ".!?…"
STOPS = POINTS + "‼⁇⁈⁉؟۔܀॥।։．"
WIDE_STOPS = "。！？｡።፧။"
MARKS = STOPS + WIDE_STOPS
LINE_BREAKS = "\n\r\u2028\u2029"

# Direction marks and zero-width characters stick to whatever they touch.
INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
QUOTES = "\"'“”„‟‘’‚«»‹›「」『』"
DASHES = "—–―\x96\x97_-"
CLOSERS = QUOTES + r")\]}）】》〉" + INVISIBLE
WIDE_QUOTES = '"”’」』»'
WIDE_CLOSERS = WIDE_QUOTES + ")）】》〉" + INVISIBLE
OPENERS = QUOTES + r"(\[{¿¡（【《〈*•·▪◦‣⁃" + INVISIBLE + DASHES
BULLETS = "•·▪◦‣⁃*" + DASHES

_CASED = [chr(point) for point in range(0x41, 0x0530)]
UPPER = "".join(letter for letter in _CASED if letter.isupper())
LOWER = "".join(letter for letter in _CASED if letter.islower())
# Letters and vowel signs of scripts without capitals that end a sentence with a mark and a blank.
ARABIC = "\u0620-\u064a\u066e-\u06d3"
CASELESS = ARABIC + "\u05d0-\u05ea\u064b-\u065f\u06fa-\u06ff\u0900-\u0963\u0970-\u0dff\uac00-\ud7a3"
CONSONANTS = "bcdfghjklmnpqrstvwxz"
