"""Chinese sentences set a space between figures and words, and before per cent."""

import re
from pathlib import Path

from babel.messages.pofile import read_po
from django.conf import settings

CATALOGUE = Path(settings.BASE_DIR) / "locale/zh_Hans/LC_MESSAGES/django.po"
HAN = "[\u4e00-\u9fff]"
FIGURE = r"(?:%\((?:number|seat|stations|length|version)\)[sd]|%d|\{\w*length\}|\d+)"
TIGHT = re.compile(rf"{HAN}{FIGURE}|{FIGURE}{HAN}|(?:\d|\)[sd]|\}})%%?(?!\()(?![a-z])")
# A document number, and a level before its class.
AS_WRITTEN = {
    "例如：绍市人社发〔2026〕41号。",
    "“{number}”不是文号。文号应有年份和顺序号，如：绍市人社发〔2026〕41号。",
    "%(level)s%(class)s",
}


def sentences():
    with CATALOGUE.open("rb") as file:
        for message in read_po(file, locale="zh_Hans"):
            if message.id:
                texts = message.string
                yield from [texts] if isinstance(texts, str) else texts


def test_figures_stand_apart_from_words():
    tight = {text for text in sentences() if TIGHT.search(text)}

    assert tight == AS_WRITTEN & tight
