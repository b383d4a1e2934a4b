"""The gazetteer: one file of places and their names, memory-mapped, opened in milliseconds.

``layout`` describes the file, ``build`` writes it and ``reader`` reads it; ``union`` searches several and the one that
is built in. ``compile`` makes one of what ``geonames`` and ``table`` read. The built-in one is ``data/places.gaz``;
``data/CREDITS.md`` says where its places come from.
"""
