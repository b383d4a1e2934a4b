"""Reports in the manner of news agencies: places that no list holds beside armies, agencies, people and offices."""

import re
from pathlib import Path

import pytest

from newsutils.places import extract_places

LINES = [line for line in (Path(__file__).parent / "war_news.txt").read_text().splitlines() if line[0] != "#"]
MARK = re.compile(r"\[\[(.+?)\]\]")


def _marked(line):
    """The text of a line, and the places that are marked in it."""
    spans, text = [], ""
    for number, piece in enumerate(MARK.split(line)):
        if number % 2:
            spans.append(range(len(text), len(text) + len(piece)))
        text += piece
    return text, spans


def _overlap(one, other):
    return one.start < other.stop and other.start < one.stop


def test_places_are_found_and_hardly_anything_else():
    marked = told = found = right = 0
    for text, spans in map(_marked, LINES):
        places = [range(place.start, place.end) for place in extract_places(text, "en") if not place.text[0].isdigit()]
        marked, told = marked + len(spans), told + len(places)
        found += sum(any(_overlap(span, place) for place in places) for span in spans)
        right += sum(any(_overlap(span, place) for span in spans) for place in places)
    assert found / marked >= 0.93
    assert right / told >= 0.93


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rebels shelled Obengwe and Tsekudi overnight.", ["Obengwe", "Tsekudi"]),
        ("The bodies were found in Mbarikoro, a village in the hills.", ["Mbarikoro"]),
        ("Troops left the Zutruk barracks.", ["Zutruk"]),
        ("They advanced on Kwemsoba.", ["Kwemsoba"]),
        ("In Obengwe and Tsekudi many houses were mined.", ["Obengwe", "Tsekudi"]),
        ("Airstrikes on Obengwe killed two.", ["Obengwe"]),
        ("Shells hit the Obengwe air base and the Abu Tsekudi refugee camp.", ["Obengwe", "Abu Tsekudi"]),
        ("They fled along the river to Tsekudi.", ["Tsekudi"]),
        ("Schools closed as far as Tsekudi.", ["Tsekudi"]),
        ("They burned Mbarikoro, in the north of the island.", ["Mbarikoro"]),
        ("Troops combed the Mbarikoro Forest.", ["Mbarikoro Forest"]),
        ("Fighters of the Carlos Vlkmar front fled.", []),
        ("He told al-Tsekudi TV that it was over.", []),
        ("The envoy, Ondrej Vlkmar, said Tsekudi Vlkmar was well.", []),
        ("Talks between Mr Obengwe and Colonel Tsekudi failed.", []),
        ("The Mbariko Football Club lost.", []),
        ("Saba news agency and the Mehr News Agency reported it.", []),
        ("He praised the Saudi-led coalition.", []),
        ("Die Rebellen beschossen in Verzweiflung alles.", []),
    ],
)
def test_strange_names_are_places_where_the_text_announces_them(text, names):
    assert [place.text for place in extract_places(text, "de" if text.startswith("Die") else "en")] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ARMY SHELLS TERRORISTS IN AL-SUKHNA AND HOMS, SANA SAYS", ["AL-SUKHNA", "HOMS"]),
        ("DROUGHT THREATENS FARMERS ACROSS SOMALIA", ["SOMALIA"]),
        ("US SAYS IT WILL HELP", ["US"]),
    ],
)
def test_headlines_in_capitals(text, names):
    assert [place.text for place in extract_places(text, "en")] == names
