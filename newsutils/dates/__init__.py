"""Dates in news text, on the calendar.

A text becomes tokens (``tokens``: the words of ``data/words.*.tsv`` found by a trie, and numbers), each token a class,
and the rules of ``data/grammar.txt`` one regular expression over the classes: :func:`find_expressions`. Each rule has a
function that reads its tokens (``resolve``) against the day of publication, the tense of the clause (``tense``) and the
dates before it. Values and types are those of TIMEX3 (TimeML 1.2.1). Time is linear in the text.

Two things are left to dateparser: dates in digits and in East Asian writing, of which it gets the matched string alone
(``absolute``), and the words of languages that have no word file here (``borrowed``). Other phrases do not go to it: it
gives a day where the words name a month or a week, and takes a millisecond for each.

What is reported: expressions that name a place on the calendar, a length of time or a recurrence. "Now", "recently" and
"soon" name none and are left alone, as are ages. A year, month, week or quarter keeps its grain: "last month" is
``1999-04``, not its first day. A weekday is the last one, the day of publication included, unless the clause speaks of
the future; a day or month without its year is the one nearest to the publication, far ones by the tense.
"""

from newsutils.dates.expressions import Expression, find_expressions
from newsutils.dates.extract import Date, extract_dates

__all__ = ["Date", "Expression", "extract_dates", "find_expressions"]
