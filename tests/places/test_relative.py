import time

import pytest

from newsutils.places import extract_places
from newsutils.places.directions import combined, compass_point
from newsutils.places.geometry import bearing_degrees, destination, distance_km
from newsutils.places.relative import relation_to
from newsutils.places.spot import Spot, halfway, related
from newsutils.places.tokens import tokenise


def _relation(before, name="Raqqa", after="", lang="en"):
    text = f"{before}{name}{after}"
    tokens = tokenise(text)
    first = tokens.starts.index(len(before))
    relation = relation_to(text, tokens, first, first + 1, 0, lang)
    return relation, text, tokens


@pytest.mark.parametrize(
    ("phrase", "km", "bearing"),
    [
        ("70 km to the southeast of ", 70.0, 135.0),
        ("about 12 kilometres north of ", 12.0, 0.0),
        ("some 70km south-west of ", 70.0, 225.0),
        ("20 miles (32 km) south-west of ", 32.18688, 225.0),
        ("1,200 km due east of the city of ", 1200.0, 90.0),
        ("2.5 km west of ", 2.5, 270.0),
        ("five kilometers north-northwest of ", 5.0, 337.5),
        ("seventy kilometres south-southeast of ", 70.0, 157.5),
        ("two and a half miles east of ", 4.02336, 90.0),
        ("half a mile north of ", 0.804672, 0.0),
        ("a few miles north of ", 4.828032, 0.0),
        ("a mile west of ", 1.609344, 270.0),
        ("10 to 15 km northwest of ", 12.5, 315.0),
        ("20-mile drive northeast of ", 32.18688, 45.0),
        ("300 meters northeast from ", 0.3, 45.0),
        ("30 km away, south of ", 30.0, 180.0),
        ("30 km or so south of ", 30.0, 180.0),
        ("40 km in a south-easterly direction from ", 40.0, 135.0),
        ("60 km SSW of ", 60.0, 202.5),
        ("60 km E of the rebel-held northern city of ", 60.0, 90.0),
    ],
)
def test_distance_and_direction(phrase, km, bearing):
    relation, text, tokens = _relation("A camp " + phrase)
    assert relation is not None
    assert (relation.where, relation.km, relation.bearing) == ("at", pytest.approx(km), bearing)
    assert text[tokens.starts[relation.first] :].startswith(phrase.removeprefix("about ").removeprefix("some "))


@pytest.mark.parametrize(
    ("lang", "phrase", "km", "bearing"),
    [
        ("de", "70 km südöstlich von ", 70, 135),
        ("de", "siebzig Kilometer nördlich ", 70, 0),
        ("fr", "à 70 km au sud-est de ", 70, 135),
        ("es", "a 70 kilómetros al noroeste de ", 70, 315),
        ("it", "a 70 chilometri a sud-ovest di ", 70, 225),
        ("pt", "a 70 quilómetros a leste de ", 70, 90),
        ("ru", "в 70 км к юго-востоку от ", 70, 135),
        ("ru", "в семидесяти километрах южнее ", 70, 180),
        ("uk", "за 70 км на північ від ", 70, 0),
        ("ar", "على بعد 70 كم جنوب شرق ", 70, 135),
    ],
)
def test_other_languages(lang, phrase, km, bearing):
    relation, *_ = _relation(phrase, lang=lang)
    assert relation is not None
    assert (relation.km, relation.bearing) == (km, bearing)


@pytest.mark.parametrize(
    ("before", "after", "part"),
    [
        ("They fought south of ", "", "south of"),
        ("They fought to the south of ", "", "south of"),
        ("They live in the south of ", "", "south"),
        ("the outskirts of ", "", "outskirts"),
        ("the northern suburbs of ", "", "north outskirts"),
        ("the southern countryside of ", " province", "south countryside"),
        ("the north-western part of ", "", "northwest"),
        ("in southern ", "", "south"),
        ("in eastern ", " countryside", "east countryside"),
        ("near ", "", "near"),
        ("in the vicinity of ", "", "near"),
        ("", "’s eastern countryside", "east countryside"),
        ("the ", " suburbs", "outskirts"),
    ],
)
def test_parts(before, after, part):
    relation, *_ = _relation(before, after=after)
    assert relation is not None
    assert (relation.part, relation.km) == (part, None)


def test_a_distance_may_follow_the_name():
    relation, *_ = _relation("It lies southeast of ", after=", about 70 km away.")
    assert (relation.where, relation.km, relation.bearing) == ("at", 70, 135)


def test_a_distance_without_a_direction():
    relation, *_ = _relation("They stopped 20 miles away from ")
    assert (relation.where, relation.km, relation.bearing) == ("at", pytest.approx(32.18688), None)


@pytest.mark.parametrize(
    "phrase",
    [
        "70 km of ",
        "70 north of the border with ",
        "the year 1970 km/h in ",
        "a two-hour drive from ",
        "part of ",
        "in ",
    ],
)
def test_no_distance_or_no_direction(phrase):
    relation, *_ = _relation(phrase)
    assert relation is None


def test_directions_in_a_row():
    assert [combined(sides) for sides in ([180, 90], [180, 135], [0, 0, 270], [270, 0])] == [135, 157.5, 337.5, 315]
    assert [compass_point(bearing) for bearing in (0, 359, 22.5, 135)] == [
        "north",
        "north",
        "north-northeast",
        "southeast",
    ]


def test_a_spot_lies_at_its_distance_in_its_direction():
    town = Spot(35.95, 39.01, 5.0, "SY", "SY-RA")
    relation, *_ = _relation("70 km to the southeast of ")
    spot = related(town, relation)
    assert distance_km(spot.lat, spot.lon, town.lat, town.lon) == pytest.approx(70, abs=0.01)
    assert bearing_degrees(town.lat, town.lon, spot.lat, spot.lon) == pytest.approx(135, abs=0.01)
    assert spot.radius_km == 28.0


def test_halfway():
    lat, lon = destination(10, 20, 90, 100)
    spot = halfway(Spot(10, 20, 1, "XX", "XX-1"), Spot(lat, lon, 1, "XX", "XX-2"), exactly=True)
    assert distance_km(spot.lat, spot.lon, 10, 20) == pytest.approx(50, abs=0.1)
    assert (spot.country, spot.admin1, spot.radius_km) == ("XX", None, pytest.approx(20, abs=0.1))


def _found(text, lang="en"):
    return {place.text: place for place in extract_places(text, lang)}


def test_an_unlisted_village_lies_so_far_from_the_town():
    found = _found("They shelled Khirbet al-Nasiriyah, 70 km to the southeast of Raqqa.")
    village, town = found["Khirbet al-Nasiriyah"], found["Raqqa"]
    assert (village.resolved, village.radius_km, village.country) == ("relative", 28.0, "SY")
    assert town.kind == "town"
    assert distance_km(village.lat, village.lon, town.lat, town.lon) == pytest.approx(70, abs=0.1)


@pytest.mark.parametrize(
    "said", [", a poor village of 200 people 12 km", " (12 km", " is located some 12 km", ", which lies 12km"]
)
def test_what_is_said_between_a_name_and_its_distance(said):
    found = _found(f"They shelled Khirbet al-Nasiriyah{said} north of Homs.")
    assert (found["Khirbet al-Nasiriyah"].resolved, found["Khirbet al-Nasiriyah"].radius_km) == ("relative", 5.0)


def test_a_phrase_without_a_name_is_a_place_of_its_own():
    found = _found("A drone fell 20 km north of Aleppo.")
    spot, town = found["20 km north of"], found["Aleppo"]
    assert (spot.name, spot.resolved) == ("20 km north of Aleppo", "relative")
    assert spot.lat == pytest.approx(town.lat + 0.18, abs=0.01)


def test_a_distance_tells_namesakes_apart():
    assert _found("He lives in Springfield, 90 miles west of Boston.")["Springfield"].admin1 == "US-MA"


def test_a_listed_name_that_cannot_lie_there_is_another_place():
    place = _found("He lives in Toulouse, 12 km south of Aleppo.")["Toulouse"]
    assert (place.resolved, place.geonameid, place.country) == ("relative", None, "SY")


def test_the_small_container_says_more_than_the_large_distance():
    place = _found(
        "They entered Khirbet al-Nasiriyah village in the city of Palmyra, 160 km east of Homs, was shelled."
    )["Khirbet al-Nasiriyah"]
    assert place.resolved == "container"


def test_parts_move_the_point():
    text = "They shelled the southern countryside of Raqqa province and fled to the outskirts of Homs."
    found = _found(text)
    plain = _found("They shelled Raqqa province and fled to Homs.")
    region, town = found["Raqqa"], found["Homs"]
    assert (region.part, region.resolved, region.geonameid) == (
        "south countryside",
        "relative",
        plain["Raqqa"].geonameid,
    )
    assert region.lat < plain["Raqqa"].lat
    assert (town.part, town.resolved, town.lat) == ("outskirts", "gazetteer", plain["Homs"].lat)
    assert town.radius_km > plain["Homs"].radius_km


def test_an_unlisted_village_lies_in_the_part():
    found = _found("They entered Khirbet al-Nasiriyah village in the eastern countryside of Hama.")
    village, around = found["Khirbet al-Nasiriyah"], found["Hama"]
    assert (village.lat, village.lon, village.radius_km) == (around.lat, around.lon, around.radius_km)
    assert (village.resolved, around.part) == ("container", "east countryside")


def test_between_two_towns():
    found = _found("They met halfway between Homs and Hama.")
    spot = found["halfway between"]
    assert (spot.name, spot.resolved) == ("halfway between Homs and Hama", "relative")
    assert found["Homs"].lat < spot.lat < found["Hama"].lat


@pytest.mark.parametrize("text", ["Talks between Washington and Moscow failed.", "It flies between London and Berlin."])
def test_not_all_that_is_between_lies_between(text):
    assert {place.resolved for place in extract_places(text, "en")} == {"gazetteer"}


@pytest.mark.parametrize("text", ["A ship sank 20 km north of Libya.", "It lies 300 km south of Europe."])
def test_nothing_is_measured_from_the_middle_of_a_country(text):
    assert [place.resolved for place in extract_places(text, "en")] == ["gazetteer"]


@pytest.mark.parametrize(
    "piece", ["70 km ", "north of ", "70 km north of the ", "Homs, 70 km north of ", "(5 km) ", "between Homs and "]
)
def test_hostile_text_takes_linear_time(piece):
    def seconds(size):
        text = piece * (size // len(piece)) + "Homs"
        begin = time.process_time()
        extract_places(text, "en")
        return time.process_time() - begin

    seconds(1 << 12)
    assert seconds(1 << 17) < 3 * seconds(1 << 16) + 0.5
