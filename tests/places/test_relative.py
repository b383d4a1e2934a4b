import pytest

from newsutils.places import extract_places
from newsutils.places.relative import offset_before


@pytest.mark.parametrize(
    ("phrase", "km", "bearing"),
    [
        ("70 km to the southeast of ", 70.0, 135.0),
        ("about 12 kilometres north of ", 12.0, 0.0),
        ("20 miles (32 km) south-west of ", 32.18688, 225.0),
        ("1,200 km due east of the city of ", 1200.0, 90.0),
        ("2.5 km west of ", 2.5, 270.0),
        ("five kilometers north-northwest of ", 5.0, 337.5),
        ("300 meters northeast from ", 0.3, 45.0),
    ],
)
def test_distance_and_direction(phrase, km, bearing):
    text = "A camp " + phrase
    offset = offset_before(text, len(text))
    assert offset is not None
    assert (offset.km, offset.bearing) == (pytest.approx(km), bearing)
    assert text[offset.start :].startswith(phrase.removeprefix("about "))


@pytest.mark.parametrize("phrase", ["70 km of ", "north of ", "70 north of ", "the year 1970 km/h in "])
def test_no_distance_or_no_direction(phrase):
    assert offset_before(phrase, len(phrase)) is None


def test_an_unlisted_village_lies_so_far_from_the_town():
    village, town = extract_places("They shelled Khirbet al-Nasiriyah, 70 km to the southeast of Raqqa.", "en")
    assert (village.resolved, village.radius_km, village.country) == ("relative", 28.0, "SY")
    assert village.lat < town.lat
    assert village.lon > town.lon


def test_a_phrase_without_a_name_is_a_place_of_its_own():
    spot, town = extract_places("A drone fell 20 km north of Aleppo.", "en")
    assert (spot.text, spot.name, spot.resolved) == ("20 km north of", "20 km north of Aleppo", "relative")
    assert spot.lat == pytest.approx(town.lat + 0.18, abs=0.01)
