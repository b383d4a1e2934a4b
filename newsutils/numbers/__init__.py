"""Quantities in news text, with what they mean.

One pass over the sentences that may hold a number (``passages``), token by token (``tokens``). At each numeral it is
asked first what only looks like a quantity: net addresses, phones and versions by their characters (``shapes``), dates
by the grammar of date expressions, ordinals, identifiers, labelled numbers, scores, names and years by the words
around them (``lookalikes``). What is left is read as a numeral (``numerals``, ``words``, ``digits``, ``multipliers``,
``fractions``), with unit or currency (``units``, ``money``), its other end where it is a range (``ranges``), its
bounds (``bounds``), whether it is an age (``ages``), its counted noun (``nouns``, with ``designations`` such as "747
Cargo" in it) and the role of what is counted (``roles``); a part shares what its whole is called, and a number what it
is compared to (``shares``). Words, by language, are in ``data/words.*.tsv``, units in ``data/units.tsv``, currencies
in ``data/currencies.tsv``. Values are exact until they are reported. Time is linear in the text.

Conventions: "between A and B", "A-B" and "A to B" are one range; "from A to B" of a change is two values. Vague plurals
have no value and no maximum, but a least meaning: several 3, dozens 24, scores 40, hundreds 200, thousands 2,000, tens
of thousands 20,000, several hundred 300.
"""

from newsutils.numbers.extract import extract_numbers
from newsutils.numbers.number import Number, SIValue

__all__ = ["Number", "SIValue", "extract_numbers"]
