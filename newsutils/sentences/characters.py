"""The characters that matter at a boundary, as strings to be put between the brackets of a regular expression."""

STOPS = ".!?…‼⁇⁈⁉؟۔܀॥।։．"
WIDE_STOPS = "。！？｡።፧။"
MARKS = STOPS + WIDE_STOPS
LINE_BREAKS = "\n\r\u2028\u2029"

# Direction marks and zero-width characters stick to whatever they touch.
INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
QUOTES = "\"'“”„‟‘’‚«»‹›「」『』"
DASHES = "—–―-"
CLOSERS = QUOTES + r")\]}）】》〉" + INVISIBLE
WIDE_CLOSERS = '"”’」』»)）】》〉' + INVISIBLE
OPENERS = QUOTES + r"(\[{¿¡（【《〈*•·▪◦‣⁃" + INVISIBLE + DASHES
BULLETS = "•·▪◦‣⁃*" + DASHES

_CASED = [chr(point) for point in range(0x41, 0x0530)]
UPPER = "".join(letter for letter in _CASED if letter.isupper())
LOWER = "".join(letter for letter in _CASED if letter.islower())
ARABIC = "\u0620-\u064a\u066e-\u06d3"
CONSONANTS = "bcdfghjklmnpqrstvwxz"
