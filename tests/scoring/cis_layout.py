"""Lays the rows of a planned scheme into a sheet, as an expert would type them."""

from tests.scoring.cis_plans import AspectPlan, CriterionPlan, Plan, SubPlan
from tests.scoring.cis_workbooks import HEADERS, LABELS, ORDER, Sheet, write_rows


def workbook(plan: Plan) -> tuple[bytes, dict[object, int]]:
    """Return the file and the row of every part of the plan by its ``id``."""
    sheet = lay(plan)
    return write_rows(sheet.rows, plan), sheet.row_of


def lay(plan: Plan) -> Sheet:
    """Lay title, sections, criteria and blocks."""
    sheet = Sheet(plan)
    sheet.put({0: plan.skill})
    sheet.blank()
    _lay_sections(sheet, plan)
    sheet.put({0: "Criteria"})
    sheet.put({0: "ID", 1: "Name", 10: "Mark"})
    for criterion in plan.criteria:
        shown = plan.stated.get(criterion.letter, criterion_total(criterion))
        sheet.put({0: criterion.letter, 1: criterion.name, 10: shown / 100})
        sheet.row_of[id(criterion)] = len(sheet.rows)
        sheet.row_of[criterion.letter] = len(sheet.rows)
    sheet.blank()
    for criterion in plan.criteria:
        _lay_block(sheet, criterion, plan)
    for letter in "YZ" if plan.style.unused_blocks else "":
        _lay_header(sheet, letter, 0)
        sheet.blank()
    _lay_footer(sheet, plan)
    return sheet


def criterion_total(criterion: CriterionPlan) -> int:
    return sum(each.mark for sub in criterion.subs for each in sub.aspects)


def section_total(plan: Plan, number: int) -> int:
    return sum(each.mark for each in plan.aspects if each.section == number)


def _lay_sections(sheet: Sheet, plan: Plan) -> None:
    sheet.put({0: "WorldSkills Occupational Standards"})
    marks = {8: "WSOS Marks", 9: "Aspect Marks", 10: "Variation"}
    sheet.put({0: "Section", 1: "WSOS Marks", **marks})
    for number, declared in plan.sections.items():
        shown: object = plan.stated.get(number, section_total(plan, number)) / 100
        if sheet.style.formulas and number not in plan.stated:
            shown = ("=SUMIF(I:I,1,K:K)", shown)
        typed = float(number) if sheet.style.numbers_as_text else number
        sheet.put({0: typed, 1: f"Section {number}", 8: declared / 100, 9: shown})
        sheet.row_of[number] = len(sheet.rows)
    sheet.put({8: "Total Variation", 10: 1.000000000000007})
    sheet.blank()


def _lay_header(sheet: Sheet, letter: str, total: int) -> None:
    every = dict(zip(ORDER, HEADERS[sheet.style.headers], strict=True))
    cells = {at: every[name] for at, name in enumerate(sheet.names)}
    label, _, total_label = LABELS[sheet.style.headers]
    width = len(sheet.names)
    noise = 4e-15 if sheet.style.float_noise else 0
    cells |= {width: label.format(letter), width + 1: total_label}
    sheet.put(cells | {width + 2: total / 100 + noise})
    sheet.row_of[f"block {letter}"] = len(sheet.rows)


def _lay_block(sheet: Sheet, criterion: CriterionPlan, plan: Plan) -> None:
    stated = plan.stated.get(f"block {criterion.letter}")
    total = criterion_total(criterion) if stated is None else stated
    _lay_header(sheet, criterion.letter, total)
    for sub in criterion.subs:
        _lay_sub(sheet, sub)
        if sheet.style.blank_rows:
            sheet.blank()


def _lay_sub(sheet: Sheet, sub: SubPlan) -> None:
    day = str(sub.day) if sheet.style.numbers_as_text and sub.day else sub.day
    cells = {"code": sub.code, "name": sub.name, "day": day}
    aspects = list(sub.aspects)
    joined = sheet.style.same_row and not sub.before and not aspects[0].heading
    if joined:
        first = aspects.pop(0)
        sheet.add(sub, **cells, **_aspect_cells(sheet, first))
        sheet.about(first)
        _lay_rest(sheet, first)
    else:
        sheet.add(sub, **cells)
    for row in sub.before:
        sheet.add(row, **row)
    for aspect in aspects:
        if aspect.heading:
            sheet.add(description=aspect.heading)
        sheet.add(aspect, **_aspect_cells(sheet, aspect))
        _lay_rest(sheet, aspect)
    for row in sub.after:
        sheet.add(row, **row)


def _aspect_cells(sheet: Sheet, aspect: AspectPlan) -> dict[str, object]:
    as_text = sheet.style.numbers_as_text
    cells = {
        "kind": f" {aspect.kind}\u00a0" if sheet.style.padded else aspect.kind,
        "description": "What is marked",
        "extra": aspect.details[0] if aspect.details else None,
        "section": str(aspect.section) if as_text else aspect.section,
        "calculation": aspect.calculation,
        "max": f"{aspect.mark / 100:.2f}" if as_text else aspect.mark / 100,
    }
    if sheet.style.float_noise and not as_text:
        cells["max"] = aspect.mark / 100 + 4e-16
    return cells | aspect.typed


def _lay_rest(sheet: Sheet, aspect: AspectPlan) -> None:
    for detail in aspect.details[1:]:
        sheet.add(extra=detail)
    for rung in aspect.rungs:
        sheet.add(rung, score=rung[0], extra=rung[1])


def _lay_footer(sheet: Sheet, plan: Plan) -> None:
    _, label, total_label = LABELS[sheet.style.headers]
    total = plan.stated.get("all", sum(each.mark for each in plan.aspects))
    width = len(sheet.names)
    sheet.put({width: label, width + 1: total_label, width + 2: total / 100})
    sheet.row_of["all"] = len(sheet.rows)
