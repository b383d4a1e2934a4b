"""Points on a sphere: distances and destinations. Errors against the ellipsoid stay under 0.6 %."""

from math import asin, atan2, cos, degrees, radians, sin, sqrt

EARTH_KM = 6371.0


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The great-circle distance between two points in degrees (haversine formula)."""
    north, other_north = radians(lat), radians(other_lat)
    half = sin((other_north - north) / 2) ** 2
    half += cos(north) * cos(other_north) * sin(radians(other_lon - lon) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


def destination(lat: float, lon: float, bearing: float, km: float) -> tuple[float, float]:
    """The point that lies `km` kilometres from a point in the direction `bearing` (degrees, clockwise from north)."""
    north, angle, course = radians(lat), km / EARTH_KM, radians(bearing)
    found = asin(sin(north) * cos(angle) + cos(north) * sin(angle) * cos(course))
    east = atan2(sin(course) * sin(angle) * cos(north), cos(angle) - sin(north) * sin(found))
    return degrees(found), (lon + degrees(east) + 180) % 360 - 180


def bearing_degrees(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The direction in which one point lies from another, in degrees clockwise from north, at the start of the way."""
    north, other_north, apart = radians(lat), radians(other_lat), radians(other_lon - lon)
    east = sin(apart) * cos(other_north)
    up = cos(north) * sin(other_north) - sin(north) * cos(other_north) * cos(apart)
    return degrees(atan2(east, up)) % 360


def middle(lat: float, lon: float, other_lat: float, other_lon: float) -> tuple[float, float]:
    """The point halfway between two points, on the shorter way around."""
    apart = (other_lon - lon + 180) % 360 - 180
    return (lat + other_lat) / 2, (lon + apart / 2 + 180) % 360 - 180
