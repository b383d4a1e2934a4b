"""From the text of a scraped page to the article and nothing else.

Five steps, each of which may be left out: **characters** (mojibake, invisible characters, odd blanks), **blanks** ("al
-Tharda", "here ,"), **lines** (hard wraps, sentences broken over blank lines), **head** (headline, dateline and byline
to fields of their own) and **furniture** (menus, teasers, small print), for which a model of boosted trees judges each
line by what it looks like and by where it stands among the running text of its page. Every step edits what the one
before left, and the alignments of the edits compose: a span of the clean text is found in the raw one. What is taken
away is listed with its reason.
"""

from newsutils.cleaning.cleaner import LEVELS, STEPS, Cleaned, Removed, Step, clean
from newsutils.cleaning.edits import Alignment
from newsutils.cleaning.furniture import Level

__all__ = ["LEVELS", "STEPS", "Alignment", "Cleaned", "Level", "Removed", "Step", "clean"]
