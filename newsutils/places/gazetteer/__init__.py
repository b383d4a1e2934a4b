"""The gazetteer: one file of places and their names, memory-mapped, opened in milliseconds.

``build`` writes it, ``reader`` reads it, ``geonames`` and ``table`` read what it is built from. The built-in one is
``data/places.gaz``; ``data/CREDITS.md`` says where its places come from.
"""
