"""Marking schemes of the demo, written for it in the form of CIS."""

from decimal import Decimal
from typing import Final

from scoring.rules.scheme import (
    Aspect,
    Calculation,
    Criterion,
    Scheme,
    Section,
    SubCriterion,
)

YES_NO: Final = 1
COUNT_5: Final = 2
CHOICE: Final = 3
RUNOUT: Final = 4
RANGES: Final = 5
CALCULATIONS: Final = (
    Calculation("是/否", "PASS_FAIL"),
    Calculation(
        "完成数（共 5 处）",
        "NUMBER_COMPLETED",
        parameters=(("NUM_POSSIBLE", "5"), ("UNIT_LABEL", "处")),
    ),
    Calculation(
        "缺陷程度",
        "CHOICE",
        parameters=(
            ("DEDUCTION_TYPE", "PERCENT"),
            ("CHOICE1_LABEL", "无缺陷"),
            ("CHOICE1_DEDUCTION", "0"),
            ("CHOICE2_LABEL", "轻微"),
            ("CHOICE2_DEDUCTION", "33.3"),
            ("CHOICE3_LABEL", "明显"),
            ("CHOICE3_DEDUCTION", "66.6"),
            ("CHOICE4_LABEL", "不合格"),
            ("CHOICE4_DEDUCTION", "100"),
        ),
    ),
    Calculation(
        "跳动量，每 0.005 mm 扣 20 %",
        "REGULAR_DIFFERENCE_DEDUCTION",
        parameters=(
            ("TARGET_VALUE", "0"),
            ("DIFFERENCE", "0.005"),
            ("DIFFERENCE_TYPE", "UNIT"),
            ("DEDUCTION", "20"),
            ("DEDUCTION_TYPE", "PERCENT"),
            ("UNIT_LABEL", "mm"),
        ),
    ),
    Calculation(
        "分级公差",
        "RANGED_SCORE",
        parameters=(
            ("TARGET_VALUE", "50"),
            ("DEDUCTION_TYPE", "PERCENT"),
            ("RANGE1_LOWER", "0.01"),
            ("RANGE1_UPPER", "0.01"),
            ("RANGE1_DEDUCTION", "0"),
            ("RANGE2_LOWER", "0.02"),
            ("RANGE2_UPPER", "0.02"),
            ("RANGE2_DEDUCTION", "50"),
            ("UNIT_LABEL", "mm"),
        ),
    ),
)
LADDER: Final = (
    "低于行业标准，或未完成",
    "达到行业标准",
    "达到标准，部分超出",
    "全面超出，优秀",
)
# Criteria of the scheme: name, marks, and its sub criteria with their days.
CRITERIA: Final = (
    ("工作组织与安全", "10.00", (("工位准备", 1), ("安全与环保", 1))),
    ("装配精度", "25.00", (("导轨装配", 1), ("主轴装配", 1), ("传动调试", 2))),
    ("尺寸与形位", "30.00", (("外圆尺寸", 1), ("内孔尺寸", 2), ("形位公差", 2))),
    ("功能与性能", "20.00", (("空载运行", 2), ("加工验证", 3))),
    ("外观与工艺", "15.00", (("表面质量", 3), ("工艺文件", 3))),
)
SECTIONS: Final = (
    ("工作组织与管理", "10"),
    ("沟通与协作", "15"),
    ("装配与调试", "25"),
    ("加工与测量", "30"),
    ("检验与优化", "20"),
)
SECTION_OF: Final = (1, 3, 4, 5, 2)
MEASURED: Final = (
    ("尺寸 Φ50 mm", "图纸 A-01，三次测量取中值", RANGES),
    ("主轴径向跳动", "千分表测量，取最大值", RUNOUT),
    ("安全防护罩复位", "全部复位为“是”", YES_NO),
    ("紧固件按力矩拧紧", "抽查 5 处", COUNT_5),
    ("表面缺陷", "对照样板", CHOICE),
)
JUDGED: Final = ("装配外观与紧固", "线缆走向与标识", "操作的条理与节奏")


def full_scheme(skill: str, *, aspects_per_form: int = 5) -> Scheme:
    """Build a complete scheme of 100.00 with every kind of calculation.

    Each form has ``aspects_per_form`` aspects, the first of them a judgement.
    """
    criteria = tuple(
        _criterion(letter, criterion, section, aspects_per_form)
        for letter, criterion, section in zip(
            "ABCDE", CRITERIA, SECTION_OF, strict=True
        )
    )
    return Scheme(
        skill=skill,
        sections=tuple(
            Section(number, name, Decimal(declared))
            for number, (name, declared) in enumerate(SECTIONS, start=1)
        ),
        criteria=criteria,
        calculations=CALCULATIONS,
    )


def _criterion(
    letter: str,
    criterion: tuple[str, str, tuple[tuple[str, int], ...]],
    section: int,
    aspects_per_form: int,
) -> Criterion:
    name, marks, forms = criterion
    shares = _split(Decimal(marks), len(forms) * aspects_per_form)
    sub_criteria = []
    for index, (title, day) in enumerate(forms):
        own = shares[index * aspects_per_form : (index + 1) * aspects_per_form]
        sub_criteria.append(
            SubCriterion(
                code=f"{letter}{index + 1}",
                name=title,
                day=day,
                aspects=tuple(
                    _aspect(place, share, section, index)
                    for place, share in enumerate(own)
                ),
            )
        )
    return Criterion(letter, name, tuple(sub_criteria))


def _aspect(place: int, share: Decimal, section: int, form: int) -> Aspect:
    if place == 0:
        return Aspect(
            kind="J",
            description=JUDGED[form % len(JUDGED)],
            section=section,
            max_mark=share,
            ladder=LADDER,
        )
    description, requirement, calculation = MEASURED[(place + form) % len(MEASURED)]
    return Aspect(
        kind="M",
        description=description,
        requirement=requirement,
        section=section,
        max_mark=share,
        calculation=calculation,
    )


def _split(marks: Decimal, parts: int) -> list[Decimal]:
    """Split marks into parts of two decimals that sum to the whole."""
    share = (marks / parts).quantize(Decimal("0.05"))
    return [share] * (parts - 1) + [marks - share * (parts - 1)]
