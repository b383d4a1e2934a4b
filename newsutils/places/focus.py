"""What a document is about: the countries and regions where most of its mentions lie."""

from collections import Counter
from collections.abc import Sequence

from newsutils.places.place import Focus, Place

SMALLEST = 0.2
"""A country with a smaller share of the mentions is not what the document is about."""
MAJORITY = 0.5
"""A region is named where it has this share of its country's mentions that lie in some region."""


def focus_of(places: Sequence[Place]) -> list[Focus]:
    """The countries that a document is about, the foremost first."""
    countries = Counter(place.country for place in places if place.country)
    total = countries.total()
    shares = [(country, count / total) for country, count in countries.most_common()]
    return [Focus(country, _region(places, country), round(share, 3)) for country, share in shares if share >= SMALLEST]


def _region(places: Sequence[Place], country: str) -> str | None:
    regions = Counter(place.admin1 for place in places if place.country == country and place.admin1)
    region, count = next(iter(regions.most_common(1)), (None, 0))
    return region if count >= MAJORITY * regions.total() else None
