"""The commands: one thin module each, and the table of their names.

The table is written out so that ``newsutils --help`` imports none of them; a test compares it with the first line of
each module's docstring.
"""

COMMANDS = {
    "read": "Read pages and make a record of each.",
    "clean": "Repair the text and take off the page furniture.",
    "detect-language": "Add the language of each record.",
    "dedupe": "Drop copies: each story once.",
    "split-sentences": "Split the text into sentences.",
    "extract-places": "Find the places that the text mentions and put them on the map.",
    "extract-numbers": "Add the quantities found in the text, with their meaning.",
    "extract-dates": "Add the dates and durations found in the text.",
    "gazetteer": "Build a gazetteer, or look into one.",
    "pipe": "Run several commands as one process.",
    "schema": "Print the JSON Schema of what a command adds.",
    "man": "Print the manual page of a command.",
}
"""Name of each command and its help line, in the order of a usual pipeline."""

PLUGINS = "newsutils.commands"
"""Entry-point group in which other packages name commands of theirs: click commands, by name."""
