"""The names of the demo: people, units and identity numbers of nobody."""

from datetime import date
from random import Random
from typing import Final

from pypinyin import lazy_pinyin

from people.rules.identity import check_character

# 330699 is assigned to no district, so no number made here is anybody's.
REGION: Final = "330699"
SURNAMES: Final = (
    "王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜"
    "苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷单区仇"
)
GIVEN: Final = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰红梅建国海燕志鹏晓东雨晨浩然子轩梓涵"
    "一诺欣怡宇航博文俊豪思远嘉懿泽宇晨曦铭泽若溪锦程书瑶"
)
RARE_NAMES: Final = (
    "阿卜杜拉·买买提·艾合买提江",
    "陈𬭎",
    "俞㛃",
    "欧阳翀",
    "司马𬀩",
)
PREFIXES: Final = (
    "恒越鉴兰会稽若耶曹娥东浦柯岩镜水天姥白马枫桥浣江剡溪沃洲虞舜上林卧龙府山塔山"
)
TRADES: Final = (
    ("精密机械", "Precision Machinery"),
    ("数控装备", "CNC Equipment"),
    ("智能纺机", "Smart Textile Machinery"),
    ("新材料", "New Materials"),
    ("印染科技", "Printing and Dyeing"),
    ("集成电路", "Integrated Circuits"),
    ("轴承制造", "Bearings"),
    ("电机", "Electric Motors"),
    ("汽车零部件", "Auto Parts"),
    ("生物医药", "Biomedicine"),
    ("黄酒酿造", "Rice Wine"),
    ("环保设备", "Environmental Equipment"),
)


def person_name(random: Random) -> str:
    """Make a name of two or three characters."""
    given = "".join(random.sample(GIVEN, random.choice((1, 2, 2))))
    return random.choice(SURNAMES) + given


def identity_number(index: int, born: date) -> str:
    """Make the valid number of a person who does not exist; ``index`` is unique."""
    body = f"{REGION}{born:%Y%m%d}{index % 1000:03}"
    return body + check_character(body)


def birth_date(random: Random, oldest: int, youngest: int) -> date:
    """Make a date of birth between two years."""
    return date(
        random.randint(oldest, youngest), random.randint(1, 12), random.randint(1, 28)
    )


def company_name(random: Random, place: str, place_en: str) -> tuple[str, str]:
    """Make the names of an enterprise; 示例 tells that there is none."""
    start = random.randrange(0, len(PREFIXES) - 1, 2)
    prefix = PREFIXES[start : start + 2]
    trade, trade_en = random.choice(TRADES)
    spelt = "".join(lazy_pinyin(prefix)).capitalize()
    return (
        f"{place}{prefix}示例{trade}有限公司",
        f"{place_en} {spelt} {trade_en} Co., Ltd. (example)",
    )
