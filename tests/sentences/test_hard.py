"""Hard places of news, language by language: ``hard/LANG.txt`` has a case a line."""

from pathlib import Path

import pytest

from newsutils.sentences import split_sentences

FILES = sorted((Path(__file__).parent / "hard").glob("*.txt"))


def _cases():
    for path in FILES:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                yield path.stem, line.replace("\\n", "\n").replace("\\u00a0", "\u00a0")


@pytest.mark.parametrize(("lang", "marked"), list(_cases()), ids=lambda value: value[:40])
def test_hard_place(lang, marked):
    sentences = [part.strip() for part in marked.split("|")]
    text = marked.replace("|", "")
    assert [one.text for one in split_sentences(text, lang, with_text=True)] == sentences
