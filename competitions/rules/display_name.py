"""How a competitor is named before the public: in full, by surname, by number.

Source: State Council points on transparency 2018 (personal data in public lists are
de-identified); the organiser chooses how far, event by event.

- [x] full name, surname and 某, entry number only
- [x] compound surnames: 欧阳某, not 欧某
- [x] names with a middle dot put the given name first, so only their first character
  is shown; other scripts are shown by initials
"""

from enum import StrEnum
from typing import Final

from people.rules.names import MIDDLE_DOT, is_han

LISTED: Final = """
    欧阳 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政
    濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 亓官 司寇
    巫马 公西 颛孙 壤驷 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭
    南门 羊舌 微生 梁丘 左丘 西门 第五 南荣 东里 东宫 仲长 端木 太史
"""
COMPOUND_SURNAMES: Final = frozenset(LISTED.split())
COMPOUND: Final = 2
UNNAMED: Final = "某"


class NameForm(StrEnum):
    """How much of a name is shown."""

    FULL = "full"
    SURNAME = "surname"
    NUMBER = "number"


def display_name(name: str, *, number: str, form: NameForm) -> str:
    """Return what the public reads for a competitor with this name and number."""
    if form is NameForm.NUMBER:
        return number
    return name if form is NameForm.FULL else surname_only(name)


def surname_only(name: str) -> str:
    """Return the surname with 某 for a Chinese name, initials for any other."""
    if not name or not is_han(name[0]):
        return " ".join(f"{word[0]}." for word in name.split())
    if MIDDLE_DOT in name:
        return name[0] + UNNAMED
    is_compound = len(name) > COMPOUND and name[:COMPOUND] in COMPOUND_SURNAMES
    return name[: COMPOUND if is_compound else 1] + UNNAMED
