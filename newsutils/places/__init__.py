"""Places in text, with coordinates, offline.

1. Recognition (``recognise``): names of the gazetteer by longest match (``matching``, ``listed``) and names that no
   list holds by how they are built ("Wadi al-Shahout", "the town of X"; ``grammar``).
2. Resolution (``resolve``): a log-linear model weighs the places that a name may mean by their people, by what the
   text says they lie in ("Paris, Texas"), and by the other places of the document.
3. Location (``locate``): a point and a radius; an unlisted village gets those of the place that it is said to lie in.

The gazetteer (``gazetteer``) is one memory-mapped file.
"""

from newsutils.places.extract import PlaceFinder, extract_places
from newsutils.places.focus import focus_of
from newsutils.places.place import Alternative, Focus, Place

__all__ = ["Alternative", "Focus", "Place", "PlaceFinder", "extract_places", "focus_of"]
