"""Where places lie that no gazetteer has."""

import pytest

from newsutils.places import extract_places


@pytest.mark.parametrize(
    ("text", "country", "near"),
    [
        ("In Damascus they spoke of Wadi Zutruk in the northern countryside of Hama.", "SY", (35.1, 36.8)),
        (
            "In Quetta they said jets had bombed the Zutruk district of Afghanistan's Paktika province.",
            "AF",
            (32.5, 69),
        ),
        ("From Meron to the outskirts of Zutruk, Qizruk and Naqoura there was shelling.", "LB", (33.1, 35.1)),
        ("Boats crossed the Euphrates near Zutruk. In Deir Ezzor they waited.", "SY", (35.3, 40.1)),
        ("Near Hermel, Lebanon, men came from the Syrian village of Zutruk. Homs is calm.", "SY", (34.7, 36.7)),
        ("The army of Mali said that it had lost men in Zutruk.", "ML", (18, -2)),
        ("People from Zutruk and Qizruk shelter in schools in Adigrat, Ethiopia; others left Gondar.", "ET", None),
    ],
)
def test_an_unlisted_place_lies_where_the_text_says(text, country, near):
    (place,) = (place for place in extract_places(text, "en") if place.text.endswith("Zutruk"))
    assert (place.resolved, place.country) == ("container", country)
    if near:
        assert (place.lat, place.lon) == pytest.approx(near, abs=1.0)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("She was born in the Ukrainian city of Odessa.", "UA"),
        ("He left the Syrian town of Tripoli for good.", "LY"),
        ("He drove to the Spanish port city of Valencia.", "ES"),
        ("He drove to the Venezuelan city of Valencia.", "VE"),
    ],
)
def test_a_people_before_a_place_chooses_among_its_namesakes(text, country):
    assert [place.country for place in extract_places(text, "en")] == [country]
