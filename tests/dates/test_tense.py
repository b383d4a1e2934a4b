"""Whether a weekday is the last or the next one, told by its clause; the story is of Wednesday, 21 May 2014."""

import pytest

from newsutils.dates import extract_dates

NEXT = [
    "The Federal Reserve meets Friday to consider interest rates.",
    "EU foreign ministers gather Friday in Luxembourg.",
    "The two sides are scheduled to hold another round of talks Friday.",
    "The airport was closed until Friday.",
    "The trial was adjourned until Friday.",
    "Rain is forecast for Friday.",
    "More strikes are likely Friday.",
    "The funeral is Friday at St. Mary's Church.",
    "Services are set for 11 a.m. Friday at the chapel.",
    "A decision is due Friday.",
    "Voting ends Friday.",
    "Polls open Friday at 7 a.m.",
    "The film opens in theaters Friday.",
    "Clinton travels to Ohio on Friday.",
    "The shuttle is due to land Friday at Edwards Air Force Base.",
    "He faces a hearing Friday on charges of fraud.",
    "Arguments in the case begin Friday.",
    "The judge gave prosecutors until Friday to respond.",
    "The government has given the rebels until Friday to lay down their arms.",
    "The company plans to announce its earnings on Friday.",
    "Opposition groups have called for a general strike on Friday.",
    "The minister, who arrived Monday, will return home Friday.",
    "The bodies will be flown home Friday, the ministry said.",
    "Doctors hope he can be released Friday.",
    "Workers threatened to walk off the job Friday.",
    '"We\'ll know more on Friday," said Smith.',
    "Iran and the agency agreed to hold new talks on Friday.",
    "Thousands are expected to attend the funeral on Friday of the slain priest.",
    "The storm could hit the coast by Friday.",
    "The players report to camp Friday.",
    "The bill comes up for a vote Friday.",
    "He is flying to Geneva on Friday for talks.",
    "The case goes to the jury Friday.",
    "Miss Jones celebrates her 100th birthday Friday.",
    "Residents were told to leave their homes by Friday.",
]
LAST = [
    "Police said Friday that two men had been killed.",
    "Stocks closed lower Friday.",
    "He was arrested Friday and will be arraigned next week.",
    "Officials declined to comment Friday.",
    "The company, which announced the merger Friday, expects to cut jobs.",
    "The bodies found Friday have not been identified.",
    "The rebels, who seized the town Friday, are demanding talks.",
    "Voters in the republic went to the polls Friday.",
    "It was not clear Friday who would replace him.",
    "He told reporters on Friday he will not resign.",
    "He did not learn of the arrest until Friday.",
    "A spokesman had no comment Friday.",
    "The army on Friday denied the report.",
    "Hundreds marched through the capital Friday to protest the plan to sell the mines.",
    "Talks broke down Friday after the union rejected the offer.",
    "Rescue workers were still digging Friday for survivors.",
    "The measure, approved Friday, would raise the minimum wage.",
    "Since Friday, at least 30 people have been killed.",
    "A judge on Friday sentenced him to life in prison.",
    '"This will be hard," he said Friday.',
    "The ship sank Friday off Crete with 500 people aboard.",
    "Prosecutors on Friday asked the judge to delay the trial.",
    "Protests erupted Friday in several cities.",
]


def friday(text, lang="en"):
    return next(
        (date.value or "")[:10] for date in extract_dates(text, lang, published="2014-05-21") if "Friday" in date.text
    )


@pytest.mark.parametrize("text", NEXT)
def test_next(text):
    assert friday(text) == "2014-05-23"


@pytest.mark.parametrize("text", LAST)
def test_last(text):
    assert friday(text) == "2014-05-16"


def test_the_sentence_before_tells_nothing():
    assert friday("Talks will go on. Friday was quiet.") == "2014-05-16"
    assert friday("Talks broke down. Friday will be quiet.") == "2014-05-23"


@pytest.mark.parametrize(
    ("text", "value"), [("कल सुनवाई होगी।", "2014-05-22"), ("कल सुनवाई हुई।", "2014-05-20"), ("कल", "2014-05-20")]
)
def test_a_word_for_yesterday_and_tomorrow(text, value):
    (found,) = extract_dates(text, "hi", published="2014-05-21")
    assert found.value == value


OTHERS = [
    ("es", "El presidente viajará a Chile el viernes.", 23),
    ("es", "Los sindicatos han convocado una huelga para el viernes.", 23),
    ("es", "El juicio se reanudará el viernes.", 23),
    ("es", "La reunión será el viernes en Bruselas.", 23),
    ("es", "El presidente viajó a Chile el viernes.", 16),
    ("es", "El ministro dijo el viernes que dimitirá.", 16),
    ("es", "El viernes, miles de personas salieron a la calle.", 16),
    ("es", "El acuerdo alcanzado el viernes prevé una tregua.", 16),
    ("fr", "Le président se rend vendredi à Berlin.", 23),
    ("fr", "Une grève est prévue vendredi.", 23),
    ("fr", "Les négociations reprennent vendredi.", 23),
    ("fr", "Le Parlement est appelé à se prononcer vendredi.", 23),
    ("fr", "Trois hommes ont été arrêtés vendredi.", 16),
    ("fr", "La police a ouvert vendredi une enquête.", 16),
    ("fr", "Vendredi, des milliers de personnes ont manifesté.", 16),
    ("fr", "Le premier ministre s'est rendu vendredi à Lille.", 16),
    ("de", "Der Bundestag stimmt am Freitag über das Gesetz ab.", 23),
    ("de", "Am Freitag soll der Prozess beginnen.", 23),
    ("de", "Der Gipfel findet am Freitag statt.", 23),
    ("de", "Das Urteil wird am Freitag erwartet.", 23),
    ("de", "Die Polizei nahm am Freitag drei Männer fest.", 16),
    ("de", "Am Freitag demonstrierten Tausende in Berlin.", 16),
    ("de", "Drei Menschen starben am Freitag bei einem Unfall.", 16),
    ("de", "Bei einem Anschlag sind am Freitag zehn Menschen getötet worden.", 16),
    ("it", "Il premier volerà venerdì a Parigi.", 23),
    ("it", "Il processo riprende venerdì.", 23),
    ("it", "La sentenza è attesa per venerdì.", 23),
    ("it", "La polizia ha arrestato venerdì tre uomini.", 16),
    ("it", "Venerdì migliaia di persone sono scese in piazza.", 16),
    ("it", "L'accordo raggiunto venerdì prevede una tregua.", 16),
    ("pt", "O presidente viajará na sexta-feira para o Chile.", 23),
    ("pt", "A greve está marcada para sexta-feira.", 23),
    ("pt", "O prazo termina na sexta-feira.", 23),
    ("pt", "A polícia prendeu na sexta-feira três homens.", 16),
    ("pt", "Três pessoas morreram na sexta-feira num acidente.", 16),
    ("pt", "O acordo fechado na sexta-feira prevê uma trégua.", 16),
    ("ru", "Президент прибудет в Париж в пятницу.", 23),
    ("ru", "В пятницу стороны проведут переговоры.", 23),
    ("ru", "Суд назначен на пятницу.", 23),
    ("ru", "Министры встретятся в пятницу.", 23),
    ("ru", "Полиция задержала в пятницу трёх человек.", 16),
    ("ru", "В пятницу тысячи людей вышли на улицы.", 16),
    ("ru", "Как сообщили в пятницу в МЧС, пожар потушен.", 16),
    ("uk", "Президент прибуде до Парижа у п'ятницю.", 23),
    ("uk", "У п'ятницю сторони проведуть переговори.", 23),
    ("uk", "Суд призначено на п'ятницю.", 23),
    ("uk", "Поліція затримала в п'ятницю трьох людей.", 16),
    ("uk", "У п'ятницю тисячі людей вийшли на вулиці.", 16),
    ("uk", "Як повідомили у п'ятницю в ДСНС, пожежу загасили.", 16),
    ("ar", "يصل الرئيس إلى باريس يوم الجمعة.", 23),
    ("ar", "من المقرر أن يجتمع الوزراء يوم الجمعة.", 23),
    ("ar", "يصوت البرلمان يوم الجمعة على القانون.", 23),
    ("ar", "أعلن الوزير يوم الجمعة استقالته.", 16),
    ("ar", "اعتقلت الشرطة يوم الجمعة ثلاثة رجال.", 16),
    ("ar", "خرج الآلاف إلى الشوارع يوم الجمعة.", 16),
    ("hi", "प्रधानमंत्री शुक्रवार को पेरिस जाएंगे।", 23),
    ("hi", "संसद शुक्रवार को विधेयक पर मतदान करेगी।", 23),
    ("hi", "पुलिस ने शुक्रवार को तीन लोगों को गिरफ्तार किया।", 16),
    ("hi", "मंत्री ने शुक्रवार को कहा कि वह इस्तीफा देंगे।", 16),
]


@pytest.mark.parametrize(("lang", "text", "day"), OTHERS, ids=[f"{lang} {text}" for lang, text, _ in OTHERS])
def test_other_languages(lang, text, day):
    (found,) = extract_dates(text, lang, published="2014-05-21")
    assert found.first == f"2014-05-{day}"
