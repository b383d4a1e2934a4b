"""A point with its reach, and the points that lie so from another."""

import math
from typing import NamedTuple

from newsutils.places.gazetteer.entry import Entry
from newsutils.places.geometry import destination, distance_km, middle
from newsutils.places.place import Place
from newsutils.places.relative import Relation

RADII_KM = {
    "country": 300.0, "region": 100.0, "county": 30.0, "district": 30.0, "area": 150.0, "continent": 2500.0,
    "ocean": 3000.0, "sea": 400.0, "river": 300.0, "strait": 50.0, "lake": 30.0, "mountain": 50.0, "desert": 300.0,
    "island": 50.0, "park": 10.0, "canal": 50.0,
}  # fmt: skip
"""How far places of a kind reach from their point, roughly; a town's reach follows from its people."""
TOWN_KM = 1.0
LEAST_RADIUS_KM = 5.0
RADIUS_SHARE = 0.4
"""The radius of a point at a distance and in a direction, as a share of the distance: people round distances, and
one direction in eight covers 45 degrees, so that half of it takes the truth 0.39 of the distance away."""
RING_SHARE = 1.25
"""The radius around a place of what lies at a distance from it, no one says where."""
WIDEST_KM = 100.0
"""Parts of larger places are named, but their points are not moved: their shapes say more than a radius."""
EDGE_KM, LAND_KM, NEAR_KM = 10.0, 25.0, 10.0
"""How far the outskirts of a town, the country around it, and what is near it reach at least."""


class Spot(NamedTuple):
    """A point, how far around it the truth may lie, and the country and region that it is taken to lie in."""

    lat: float
    lon: float
    radius_km: float
    country: str | None
    admin1: str | None

    def moved(self, bearing: float | None, km: float, radius_km: float) -> "Spot":
        """The spot that lies so far in a direction; without a direction the point stays."""
        lat, lon = destination(self.lat, self.lon, bearing, km) if bearing is not None else (self.lat, self.lon)
        return self._replace(lat=round(lat, 5), lon=round(lon, 5), radius_km=round(radius_km, 1))


def radius_km(entry: Entry) -> float:
    """How far a place reaches from its point."""
    return RADII_KM.get(entry.kind) or round(TOWN_KM + math.sqrt(entry.population) / 100, 1)


def spot_of(entry: Entry) -> Spot:
    """Where a listed place lies."""
    return Spot(entry.lat, entry.lon, radius_km(entry), entry.country or None, entry.admin1 or None)


def spot_of_place(place: Place) -> Spot | None:
    """Where a place of a text lies."""
    if place.lat is None or place.lon is None or place.radius_km is None:
        return None
    return Spot(place.lat, place.lon, place.radius_km, place.country, place.admin1)


def related(spot: Spot, relation: Relation) -> Spot:
    """The spot that lies so from another, or the part of it."""
    reach = spot.radius_km
    if relation.km is not None:
        share = RING_SHARE if relation.bearing is None else RADIUS_SHARE
        return spot.moved(relation.bearing, relation.km, max(LEAST_RADIUS_KM, share * relation.km))
    if reach > WIDEST_KM:
        return spot
    if relation.where == "of":
        away = reach + min(max(reach, LEAST_RADIUS_KM), WIDEST_KM / 2)
        return spot.moved(relation.bearing, away, max(NEAR_KM, 0.75 * away))
    return _part(spot, relation)


def _part(spot: Spot, relation: Relation) -> Spot:
    reach = spot.radius_km
    if relation.where == "land":
        reach = max(LAND_KM, 3 * reach) if reach < LAND_KM else reach
    elif relation.where in ("edge", "near"):
        reach = max(EDGE_KM if relation.where == "edge" else NEAR_KM, 2 * reach) if reach < LAND_KM else reach
    if relation.bearing is None:
        return spot.moved(None, 0.0, reach)
    return spot.moved(relation.bearing, reach / 2, max(LEAST_RADIUS_KM, 0.6 * reach))


def halfway(one: Spot, other: Spot, *, exactly: bool) -> Spot:
    """The spot between two; somewhere between them, or as far from the one as from the other."""
    apart = distance_km(one.lat, one.lon, other.lat, other.lon)
    lat, lon = middle(one.lat, one.lon, other.lat, other.lon)
    country = one.country if one.country == other.country else None
    admin1 = one.admin1 if one.admin1 == other.admin1 else None
    radius = max(LEAST_RADIUS_KM, (RADIUS_SHARE / 2 if exactly else 0.5) * apart)
    return Spot(round(lat, 5), round(lon, 5), round(radius, 1), country, admin1)
