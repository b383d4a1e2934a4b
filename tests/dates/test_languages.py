"""The same meanings in ten languages; the story is of Wednesday, 21 May 2014."""

import pytest

from newsutils.dates import extract_dates

MEANINGS = [
    ("de", "Die Gespräche beginnen am Freitag.", ["2014-05-23"]),
    ("de", "Die Gespräche begannen am Freitag.", ["2014-05-16"]),
    ("fr", "Les discussions reprennent vendredi.", ["2014-05-23"]),
    ("fr", "Le lundi de Pâques, il a plu.", ["2014-04-21"]),
    ("es", "La cumbre comienza el viernes.", ["2014-05-23"]),
    ("ru", "Переговоры возобновятся в пятницу.", ["2014-05-23"]),
    ("uk", "Переговори відновляться в пʼятницю 23 травня.", ["2014-05-23"]),
    ("ar", "تستأنف المحادثات يوم الجمعة.", ["2014-05-23"]),
    ("es", "El 3 de mayo de 2012 fueron detenidos dos hombres.", ["2012-05-03"]),
    ("es", "El lunes 19 de mayo y la semana pasada hubo protestas.", ["2014-05-19", "2014-W20"]),
    ("es", "Murió hace dos años; el próximo mes habrá elecciones.", ["2012", "2014-06"]),
    ("es", "La crisis de los años 90 empezó en el siglo XX.", ["199X", "19XX"]),
    ("es", "Anoche, a finales de abril y durante tres semanas.", ["2014-05-20TNI", "2014-04", "P3W"]),
    ("es", "Del 3 al 5 de junio de 2013 todos los viernes.", ["2013-06-03", "2013-06-05", "XXXX-WXX-5"]),
    ("es", "El ministro viajará el viernes a Bogotá.", ["2014-05-23"]),
    ("fr", "Le 1er mai 2012, deux hommes ont été arrêtés.", ["2012-05-01"]),
    ("fr", "Lundi dernier, il a plu ; la semaine prochaine aussi.", ["2014-05-19", "2014-W22"]),
    ("fr", "Il y a trois ans, en mars 2011, dans les années 1990.", ["2011", "2011-03", "199X"]),
    ("fr", "Hier soir, au premier trimestre 2013, pendant deux mois.", ["2014-05-20TEV", "2013-Q1", "P2M"]),
    ("fr", "Le président se rendra vendredi à Alger.", ["2014-05-23"]),
    ("fr", "Né au XIXe siècle, mort aujourd'hui, enterré dans trois jours.", ["18XX", "2014-05-21", "2014-05-24"]),
    ("es", "Publicado el 3 may 2012, en el mar. Llovió.", ["2012-05-03"]),
    ("fr", "L'an dernier, il a plu.", ["2013"]),
    ("uk", "Торік у пʼятницю йшов дощ.", ["2013", "2014-05-16"]),
    ("ar", "أعلنت الحكومة اليوم الأربعاء", ["2014-05-21"]),
    ("ru", "До конца года и в начале недели шли дожди.", ["2014", "2014-W21"]),
    ("pt", "Na terça-feira (13) e nesta quarta (21), choveu.", ["2014-05-13", "2014-05-21"]),
    (
        "de",
        "Vom 3.5. an, am Montagabend und am Tag der Arbeit regnete es.",
        ["2014-05-03", "2014-05-19TEV", "2014-05-01"],
    ),
    ("de", "Am 3. Mai 2012 wurden zwei Männer festgenommen.", ["2012-05-03"]),
    ("de", "Vergangenen Montag und letzte Woche gab es Proteste.", ["2014-05-19", "2014-W20"]),
    ("de", "Vor zwei Jahren, Ende April, im ersten Quartal 2013.", ["2012", "2014-04", "2013-Q1"]),
    ("de", "Die 1990er Jahre, das 20. Jahrhundert und jeden Freitag.", ["199X", "19XX", "XXXX-WXX-5"]),
    ("de", "Der Rat wird am Freitag um 9:15 Uhr abstimmen.", ["2014-05-23T09:15"]),
    ("it", "Il 3 maggio 2012 due uomini sono stati arrestati.", ["2012-05-03"]),
    ("it", "Lunedì scorso e la settimana scorsa ci sono state proteste.", ["2014-05-19", "2014-W20"]),
    ("it", "Due anni fa, a fine aprile, negli anni '90, nel XX secolo.", ["2012", "2014-04", "199X", "19XX"]),
    ("it", "Il premier andrà venerdì a Parigi.", ["2014-05-23"]),
    ("pt", "Em 3 de maio de 2012, dois homens foram presos.", ["2012-05-03"]),
    ("pt", "Na segunda-feira e na semana passada houve protestos.", ["2014-05-19", "2014-W20"]),
    ("pt", "Há dois anos, no final de abril, na década de 1990.", ["2012", "2014-04", "199X"]),
    ("ru", "3 мая 2012 года были задержаны двое мужчин.", ["2012-05-03"]),
    ("ru", "В понедельник и на прошлой неделе прошли протесты.", ["2014-05-19", "2014-W20"]),
    ("ru", "Два года назад, в конце апреля, в 1990-х годах, в XX веке.", ["2012", "2014-04", "199X", "19XX"]),
    ("ru", "Летом 2012 года, вчера, каждую пятницу.", ["2012-SU", "2014-05-20", "XXXX-WXX-5"]),
    ("uk", "3 травня 2012 року затримали двох чоловіків.", ["2012-05-03"]),
    ("uk", "У понеділок і минулого тижня відбулися протести.", ["2014-05-19", "2014-W20"]),
    ("uk", "Два роки тому, наприкінці квітня, влітку 2012 року.", ["2012", "2014-04", "2012-SU"]),
    ("ar", "اعتقل رجلان في 3 مايو 2012.", ["2012-05-03"]),
    ("ar", "قتل ثلاثة يوم الاثنين والأسبوع الماضي.", ["2014-05-19", "2014-W20"]),
    ("ar", "في 7 أيار/مايو 2013 وقبل يومين وأمس.", ["2013-05-07", "2014-05-19", "2014-05-20"]),
    ("ar", "في القرن العشرين وفي العام الماضي.", ["19XX", "2013"]),
    ("hi", "3 मई 2012 को दो लोग गिरफ्तार किए गए।", ["2012-05-03"]),
    ("hi", "सोमवार को और पिछले हफ्ते विरोध हुआ।", ["2014-05-19", "2014-W20"]),
    ("hi", "दो साल पहले और 1990 के दशक में।", ["2012", "199X"]),
    ("", "The raid of 3 May 2012 came two days before.", ["2012-05-03", "2012-05-01"]),
]


@pytest.mark.parametrize(("lang", "text", "values"), MEANINGS, ids=[f"{lang} {text}" for lang, text, _ in MEANINGS])
def test_meaning(lang, text, values):
    assert [date.value for date in extract_dates(text, lang, published="2014-05-21")] == values


def test_digits_of_other_scripts():
    found = extract_dates("في ٣ مايو ٢٠١٢ و٢٠١٢/٠٥/٠٤", "ar")
    assert [date.value for date in found] == ["2012-05-03", "2012-05-04"]
    (found,) = extract_dates("३ मई २०१२ को", "hi")
    assert (found.value, found.text) == ("2012-05-03", "३ मई २०१२")
