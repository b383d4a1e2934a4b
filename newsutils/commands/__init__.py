"""The commands: one thin module each, and the table of their names.

The table is written out so that ``newsutils --help`` imports none of them; a test compares it with the first line of
each module's docstring.
"""

COMMANDS = {
    "read": "Read pages and make a record of each.",
    "clean": "Repair the text and take off the page furniture.",
    "detect-language": "Add the language of the text.",
    "dedupe": "Drop copies of stories that came before.",
    "split-sentences": "Split the text into sentences.",
    "extract-places": "Add the places named in the text, with coordinates.",
    "extract-numbers": "Add the quantities found in the text, with their meaning.",
    "extract-dates": "Add the dates and durations found in the text.",
    "pipe": "Run several commands as one process.",
    "schema": "Print the JSON Schema of what a command adds.",
}
"""Name of each command and its help line, in the order of a usual pipeline."""

PLUGINS = "newsutils.commands"
"""Entry-point group in which other packages name commands of theirs: click commands, by name."""
