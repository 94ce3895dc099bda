"""Sort keys for Chinese names, which databases cannot be trusted to collate."""

from pypinyin import lazy_pinyin

# What the columns hold; no two names differ only beyond it.
KEY_LENGTH = 300

# Surnames that are read otherwise than the same characters in a text.
SURNAMES = {
    "单于": ("chan", "yu"),
    "尉迟": ("yu", "chi"),
    "万俟": ("mo", "qi"),
    "长孙": ("zhang", "sun"),
    "澹台": ("tan", "tai"),
    "单": ("shan",),
    "区": ("ou",),
    "曾": ("zeng",),
    "仇": ("qiu",),
    "解": ("xie",),
    "查": ("zha",),
    "盖": ("ge",),
    "朴": ("piao",),
    "乐": ("yue",),
    "缪": ("miao",),
    "覃": ("qin",),
    "翟": ("zhai",),
    "员": ("yun",),
    "黑": ("he",),
    "秘": ("bi",),
    "折": ("she",),
    "种": ("chong",),
    "召": ("shao",),
    "繁": ("po",),
    "洗": ("xian",),
    "重": ("chong",),
    "都": ("du",),
    "牟": ("mu",),
    "谌": ("chen",),
    "宿": ("su",),
    "柏": ("bai",),
}


def person_sort_key(name: str) -> str:
    """Return the toneless pinyin of a person's name: 单小明 → ``shan xiao ming``."""
    for length in (2, 1):
        surname = SURNAMES.get(name[:length])
        if surname:
            return _join([*surname, *lazy_pinyin(name[length:])])
    return organisation_sort_key(name)


def organisation_sort_key(name: str) -> str:
    """Return the toneless pinyin of a unit's name; other letters stay as they are."""
    return _join(lazy_pinyin(name))


def _join(syllables: list[str]) -> str:
    return " ".join(" ".join(syllables).lower().split())[:KEY_LENGTH]
