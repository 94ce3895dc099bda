"""Award policies, titles and templates that are shipped as examples (示例)."""

from typing import Any, Final

TECHNICAL_EXPERT: Final = "shaoxing-technical-expert"
TITLES: Final = (
    (TECHNICAL_EXPERT, "绍兴市技术能手", "Shaoxing Technical Expert"),
    ("shaoxing-craftsman", "绍兴工匠", "Shaoxing Craftsman"),
    ("shaoxing-young-craftsman", "绍兴青年工匠", "Shaoxing Young Craftsman"),
)
TEMPLATES: Final = (
    (
        "award",
        "award",
        "获奖证书",
        "荣誉证书",
        "CERTIFICATE OF HONOUR",
        "绍技赛〔{year}〕{event:03}-{serial:03}",
    ),
    (
        "title",
        "title",
        "称号证书",
        "荣誉证书",
        "CERTIFICATE OF HONOUR",
        "绍技能〔{year}〕{event:03}-{serial:03}",
    ),
)


def _share(code: str, name: str, name_en: str, percent: int) -> dict[str, Any]:
    return {
        "code": code,
        "name": name,
        "name_en": name_en,
        "places": {
            "kind": "percentage",
            "percent": str(percent),
            "rounding": "floor",
            "at_least": 1,
        },
        "tie_at_boundary": "include_all",
    }


PRIZES: Final = [
    _share("first", "一等奖", "First Prize", 10),
    _share("second", "二等奖", "Second Prize", 20),
    _share("third", "三等奖", "Third Prize", 30),
]
MEDALS: Final = [
    {"code": "gold", "name": "金牌", "name_en": "Gold Medal", "medal": "gold"},
    {"code": "silver", "name": "银牌", "name_en": "Silver Medal", "medal": "silver"},
    {"code": "bronze", "name": "铜牌", "name_en": "Bronze Medal", "medal": "bronze"},
    {
        "code": "excellence",
        "name": "优胜奖",
        "name_en": "Medal for Excellence",
        "medal": "excellence",
    },
]


def _title(last_rank: int, minimum: int) -> dict[str, Any]:
    return {
        "title": TECHNICAL_EXPERT,
        "last_ranks": {"1": last_rank, "2": last_rank, "3": 1},
        "groups": ["workers"],
        "requires_all_parts_passed": True,
        "minimum_participants": minimum,
        "excludes_holders_of": [TECHNICAL_EXPERT],
        "skip_ineligible": False,
        "tie_at_boundary": "office",
    }


#: Code, Chinese and English name, rules: from published notices, to be replaced by
#: the office's own.
POLICIES: Final = (
    (
        "city-first-class",
        "市级一类竞赛奖励办法（示例）",
        "City competitions of class 1 (sample)",
        {"base": "actual", "prizes": PRIZES, "titles": [_title(2, 30)]},
    ),
    (
        "city-second-class",
        "市级二类竞赛奖励办法（示例）",
        "City competitions of class 2 (sample)",
        {"base": "actual", "prizes": PRIZES, "titles": [_title(1, 30)]},
    ),
    (
        "worldskills-medals",
        "世赛类项目奖牌办法（示例）",
        "Medals of WorldSkills-type events (sample)",
        {"base": "actual", "medals": MEDALS},
    ),
)
