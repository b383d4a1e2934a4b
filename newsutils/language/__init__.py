"""Which language a text is written in: what the script of its letters says, and what letter statistics add."""
