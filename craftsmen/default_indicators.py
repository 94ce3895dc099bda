"""The indicators every installation starts with; the office may change the rows."""

from dataclasses import dataclass
from typing import Any, Final


@dataclass(frozen=True)
class DefaultIndicator:
    """A figure as shipped, with the definition that is printed beside it."""

    code: str
    name: str
    name_en: str
    source: str
    selection: dict[str, Any]
    definition: str
    definition_en: str


INDICATORS: Final = (
    DefaultIndicator(
        "city-competitions",
        "市级竞赛",
        "City competitions",
        "competitions",
        {
            "levels": ["city"],
            "states": ["marking", "results", "awards", "closed"],
        },
        "本年度首日在当年、已进入“比赛与评分”及以后阶段的市级竞赛，一项竞赛计一场。",
        "City competitions that begin in the year and have reached marking; each"
        " competition counts once.",
    ),
    DefaultIndicator(
        "technical-experts",
        "绍兴市技术能手",
        "Shaoxing Technical Experts",
        "credentials",
        {"codes": ["shaoxing-technical-expert"]},
        "当年发文授予且未撤销的“绍兴市技术能手”称号，按人计。",
        "Titles granted by a document of the year and not revoked, by person.",
    ),
    DefaultIndicator(
        "shaoxing-craftsman",
        "绍兴工匠",
        "Shaoxing Craftsmen",
        "credentials",
        {"codes": ["shaoxing-craftsman"]},
        "当年发文命名且未撤销的“绍兴工匠”，按人计。",
        "Craftsmen named by a document of the year and not revoked, by person.",
    ),
    DefaultIndicator(
        "shaoxing-young-craftsman",
        "绍兴青年工匠",
        "Shaoxing Young Craftsmen",
        "credentials",
        {"codes": ["shaoxing-young-craftsman"]},
        "当年发文命名且未撤销的“绍兴青年工匠”，按人计。",
        "Young craftsmen named by a document of the year and not revoked, by person.",
    ),
)
