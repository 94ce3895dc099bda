"""The command for people who prepare schemes: its exit codes and what it prints."""

import json
from io import StringIO
from random import Random

import pytest
from django.core.management import call_command
from django.utils import translation

from tests.scoring.cis_layout import criterion_total, lay, section_total, workbook
from tests.scoring.cis_plans import Style, random_plan


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture
def plan():
    return random_plan(Random(3), Style())


def run(path, *options):
    """Run the command; return its exit code, its output and its errors."""
    out, errors = StringIO(), StringIO()
    try:
        call_command("check_scheme", str(path), *options, stdout=out, stderr=errors)
    except SystemExit as end:
        return end.code, out.getvalue(), errors.getvalue()
    return 0, out.getvalue(), errors.getvalue()


def saved(plan, folder):
    path = folder / "方案 A&B.xlsx"
    path.write_bytes(workbook(plan)[0])
    return path


def test_a_usable_scheme_ends_with_0(plan, tmp_path):
    code, out, errors = run(saved(plan, tmp_path))

    assert (code, errors) == (0, "")
    assert out.splitlines()[0] == plan.skill.strip()
    assert out.splitlines()[-1] == "The scheme may be used."


def test_warnings_are_listed_and_allowed(plan, tmp_path):
    sub = plan.criteria[0].subs[-1]
    sub.day = None

    code, out, _ = run(saved(plan, tmp_path))

    row = lay(plan).row_of[id(sub)]
    assert code == 0
    assert (
        f"row {row} · warning: Sub criterion {sub.code} has no day of marking; "
        "write 1 for the first day."
    ) in out.splitlines()


def test_errors_are_listed_and_end_with_1(plan, tmp_path):
    aspect = plan.aspects[5]
    aspect.typed["section"] = "three"

    code, out, errors = run(saved(plan, tmp_path))

    row = lay(plan).row_of[id(aspect)]
    assert (code, errors) == (1, "")
    assert (
        f"row {row} · error: “three” is no standards section; write the number of one."
    ) in out.splitlines()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"Name,Mark\n", "The file is no Excel workbook; save it as .xlsx.\n"),
        (b"", "The file is empty; choose a workbook (.xlsx).\n"),
    ],
)
@pytest.mark.parametrize("options", [(), ("--json",)])
def test_what_is_no_scheme_ends_with_2_and_one_sentence(
    tmp_path, content, sentence, options
):
    path = tmp_path / "list.xlsx"
    path.write_bytes(content)

    assert run(path, *options) == (2, "", sentence)


def test_the_shell_says_what_the_pages_say(plan, tmp_path):
    plan.criteria[0].subs[-1].day = None
    plan.aspects[5].typed["section"] = "three"

    with translation.override("zh-hans"):
        _code, out, _errors = run(saved(plan, tmp_path))

    kinds = {line.split(" · ")[1][:3] for line in out.splitlines()[3:-1]}
    assert kinds == {"错误：", "提醒："}


@pytest.mark.parametrize("name", ["missing.xlsx", "."])
def test_a_file_that_cannot_be_read_ends_with_2(tmp_path, name):
    path = tmp_path / name

    assert run(path) == (2, "", f"There is no file {path} that can be read.\n")


def test_json_has_this_form_and_no_other(plan, tmp_path):
    plan.aspects[0].typed["max"] = None
    without = plan.aspects[0].mark
    plan.aspects[0].mark = 0

    code, out, _ = run(saved(plan, tmp_path), "--json")

    total = 10_000 - without
    row = lay(plan).row_of[id(plan.aspects[0])]
    report = json.loads(out)
    assert code == 1
    assert report == {
        "skill": plan.skill.strip(),
        "total": shown(total),
        "criteria": {
            each.letter: shown(criterion_total(each)) for each in plan.criteria
        },
        "sections": {
            str(number): section(plan, number, declared)
            for number, declared in plan.sections.items()
        },
        "total_variation": shown(
            sum(variation(plan, *each) for each in plan.sections.items())
        ),
        "aspects": len(plan.aspects),
        "measurement": sum(each.kind == "M" for each in plan.aspects),
        "judgement": sum(each.kind == "J" for each in plan.aspects),
        "sub_criteria": len(plan.subs),
        "problems": [
            error(
                None,
                f"The maximum marks add up to {shown(total)}; a scheme has 100.00 in"
                " all.",
            ),
            error(row, "The aspect has no maximum mark; write one such as 0.50."),
        ],
    }


def error(row, message):
    return {"row": row, "severity": "error", "message": message}


def shown(hundredths):
    return f"{hundredths / 100:.2f}"


def variation(plan, number, declared):
    return abs(declared - section_total(plan, number))


def section(plan, number, declared):
    return {
        "declared": shown(declared),
        "actual": shown(section_total(plan, number)),
        "variation": shown(variation(plan, number, declared)),
    }
