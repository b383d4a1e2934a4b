"""What extraction gives: a place mentioned in a text."""

from typing import Literal

from msgspec import UNSET, Struct, UnsetType

Resolved = Literal["gazetteer", "container", "relative", "none"]


class Alternative(Struct, frozen=True):
    """Another place that the mention could mean."""

    name: str
    geonameid: int | None
    lat: float
    lon: float
    kind: str
    country: str | None
    admin1: str | None
    score: float


class Place(Struct, frozen=True, kw_only=True):
    """One mention of a place.

    Attributes:
        start: first code point in the text.
        end: one past the last.
        text: what stands there.
        name: the place's name in the gazetteer, or what stands there.
        geonameid: its number in GeoNames, null where it has none.
        lat: degrees north, null where nothing is known.
        lon: degrees east.
        radius_km: how far from the point the place may be or reach, in kilometres; null without a point.
        kind: country, region, county, town, river … or unknown.
        country: ISO 3166-1 alpha-2 code, null where the place lies in none or is not known.
        admin1: ISO 3166-2 code of the first-level division, or GeoNames' code where ISO's is not known.
        score: the probability, from 0 to 1, that this is a place and the right one.
        resolved: how the point was found: `gazetteer`; `container`, of what the text says it lies in; `relative`, from
            another place by a distance or direction, or from the place itself towards the part that is meant; `none`.
        part: the part or surroundings of the place that are meant: "south", "outskirts", "east countryside", "near",
            "north of".
        alternatives: other places that the mention could mean, the likeliest first.
        field: the field of the record, where it is not `text`.
        sentence: the index of the sentence in which the mention starts, where sentences are known.
    """

    start: int
    end: int
    text: str
    name: str
    geonameid: int | None
    lat: float | None
    lon: float | None
    radius_km: float | None
    kind: str
    country: str | None
    admin1: str | None
    score: float
    resolved: Resolved
    part: str | UnsetType = UNSET
    alternatives: list[Alternative] | UnsetType = UNSET
    field: str | UnsetType = UNSET
    sentence: int | UnsetType = UNSET


class Focus(Struct, frozen=True):
    """The country and region that a document is about: where most of its mentions lie.

    Attributes:
        country: ISO 3166-1 alpha-2 code.
        admin1: the first-level division, null where no single one stands out.
        share: the share of the mentions with a country that lie in it.
    """

    country: str
    admin1: str | None
    share: float
