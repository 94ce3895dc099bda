"""Workbooks in the CIS form for tests, written from plans with every trap on wish."""

from io import BytesIO

import xlsxwriter

from tests.scoring.cis_plans import Plan

ORDER = [
    "code",
    "name",
    "day",
    "kind",
    "description",
    "score",
    "extra",
    "requirement",
    "section",
    "calculation",
    "max",
]
HEADERS = {
    "current": [
        "Sub\nCriterion\nID",
        "Sub Criterion\nName or Description",
        "Day of Marking",
        "Aspect\nType\nM = Meas\nJ = Judg",
        "Aspect - Description",
        "Judg\u00a0Score",
        " Extra Aspect Description (Meas or Judg)\nOR\nJudgement Score Description",
        "Requirement\n(Measurement Only)",
        "WSOS Section",
        "Calculation Row \n(Export only)",
        "Max\nMark",
    ],
    "older": [
        "Sub Criteria ID",
        "Sub Criteria\nName or Description",
        "Day of Marking",
        "Aspect Type O = Obj S = Sub (J = Judg)",
        "Aspect - Description",
        "Judg Score",
        "Extra Aspect Description (Obj or Subj)",
        "Requirement or Nominal Size (Obj Only)",
        "WSSS Section",
        "Calculation Row",
        "Max\u00a0Mark",
    ],
    "chinese": [
        "子标准编号",
        "子标准名称",
        "评分日",
        "评分点类型\nM = 测量\nJ＝评判",
        "评分点描述",
        "评判分",
        "补充描述或评判分描述",
        "要求（仅测量）",
        "标准章节",
        "计算行",
        "最高分",
    ],
}
LABELS = {
    "current": ("Criterion {}", "Competition", "Total\nMark"),
    "older": ("Criterion {}", "Competition", "Total\nMark"),
    "chinese": ("评分标准{}", "比赛", "总分"),
}


class Sheet:
    """Rows of cells by column name, and which row is about what."""

    def __init__(self, plan: Plan) -> None:
        self.style = plan.style
        missing = set()
        if not self.style.has_day:
            missing.add("day")
        if not self.style.has_calculation:
            missing.add("calculation")
        self.names = [name for name in ORDER if name not in missing]
        self.rows: list[dict[int, object]] = []
        self.row_of: dict[object, int] = {}

    def add(self, about: object = None, **cells: object) -> None:
        """Add a row in the form's columns."""
        self.put({self.names.index(n): v for n, v in cells.items() if n in self.names})
        self.about(about)

    def put(self, cells: dict[int, object]) -> None:
        self.rows.append(cells)

    def about(self, about: object) -> None:
        """Remember the last row as the place of a part of the plan."""
        if about is not None:
            self.row_of[id(about)] = len(self.rows)

    def blank(self) -> None:
        self.put({3: "", 4: "", 7: ""} if self.style.empty_strings else {})


def write_rows(rows: list[dict[int, object]], plan: Plan | None = None) -> bytes:
    """Write rows of cells by column index, and the plan's other sheets."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"strings_to_formulas": False}) as book:
        if plan and plan.style.spare_sheets:
            book.add_worksheet("Notes").write_string("A1", "Read me first")
        sheet = book.add_worksheet("CIS Marking Scheme Import")
        for number, row in enumerate(rows):
            for column, value in row.items():
                _write(sheet, number, column, value)
        if plan and plan.calculations:
            _write_calculations(book.add_worksheet("Calculations"), plan)
    return buffer.getvalue()


def _write(sheet, row: int, column: int, value: object) -> None:
    if isinstance(value, tuple):  # a formula with the value Excel stored last
        sheet.write_formula(row, column, value[0], None, value[1])
    elif value == "":
        # The writer leaves empty texts out; a lone space stands for them.
        sheet.write_string(row, column, " ")
    elif isinstance(value, str):
        sheet.write_string(row, column, value)
    elif value is not None:
        sheet.write(row, column, value)


def _write_calculations(sheet, plan: Plan) -> None:
    for row, (name, kind, parameters) in enumerate(plan.calculations):
        sheet.write_string(row, 0, name or " ")
        sheet.write_string(row, 1, kind)
        sheet.write_boolean(row, 2, True)
        sheet.write_string(row, 3, parameters)
