"""The form of an aspect: every calculation in its own fields, the ladder, sections."""

from decimal import Decimal

import pytest

from scoring.rules.scheme import Aspect, Calculation, Scheme
from tests.scoring.editing import ASPECT, aspects_of, scheme_now, send
from tests.scoring.halls import LADDER, judged, measured, scheme_of
from tests.scoring.preparing import component_of, kept, page, preparer

pytestmark = pytest.mark.django_db

CALCULATIONS = [
    ("NUMBER_COMPLETED", {"NUM_POSSIBLE": "7"}),
    (
        "CHOICE",
        {
            "DEDUCTION_TYPE": "PERCENT",
            "CHOICE1_LABEL": "无",
            "CHOICE1_DEDUCTION": "0",
            "CHOICE2_LABEL": "三处以内",
            "CHOICE2_DEDUCTION": "33.3",
        },
    ),
    (
        "REGULAR_DIFFERENCE_DEDUCTION",
        {
            "TARGET_VALUE": "100",
            "DIFFERENCE": "0.5",
            "DIFFERENCE_TYPE": "UNIT",
            "DEDUCTION": "0.2",
            "DEDUCTION_TYPE": "UNIT",
            "PART_STEP": "DOWN",
        },
    ),
    (
        "RANGED_SCORE",
        {
            "TARGET_VALUE": "12.5",
            "READING": "ABSOLUTE",
            "DEDUCTION_TYPE": "UNIT",
            "RANGE1_LOWER": "12.4",
            "RANGE1_UPPER": "12.6",
            "RANGE1_DEDUCTION": "0",
        },
    ),
    ("TOLERANCE_ALL_OR_NOTHING", {"TARGET_VALUE": "-3", "TOLERANCE": "0.05"}),
    ("MARK", {}),
]


@pytest.fixture
def row(client):
    row = kept(component_of(), scheme_of(judged("2.00"), measured("1.00", 1)))
    client.force_login(preparer(row.component.stage.event))
    return row


@pytest.mark.parametrize(("kind", "parameters"), CALCULATIONS)
def test_every_calculation_is_typed_in_its_own_fields(client, row, kind, parameters):
    typed = ASPECT | {"calculation": kind} | parameters

    answer = send(client, row, "scheme-part-add", "1.1", **typed)

    assert answer.status_code == 302
    aspect = aspects_of(row)[-1]
    used = scheme_now(row).calculations[aspect.calculation - 1]
    assert used.kind == kind
    assert (
        used.parameters
        == Calculation("", kind, True, tuple(parameters.items())).parameters
    )


@pytest.mark.parametrize(
    ("kind", "parameters", "field"),
    [
        ("NUMBER_COMPLETED", {"NUM_POSSIBLE": "0"}, "NUM_POSSIBLE"),
        ("CHOICE", {"CHOICE1_LABEL": "无"}, "calculation"),
        (
            "CHOICE",
            {"CHOICE1_LABEL": "甲#-#A:::1", "CHOICE1_DEDUCTION": "1"},
            "calculation",
        ),
        ("RANGED_SCORE", {"TARGET_VALUE": "1"}, "calculation"),
        ("TOLERANCE_ALL_OR_NOTHING", {"TARGET_VALUE": "x"}, "TARGET_VALUE"),
    ],
)
def test_impossible_parameters_are_refused_beside_their_field(
    client, row, kind, parameters, field
):
    before = scheme_now(row)

    answer = send(
        client, row, "scheme-part-add", "1.1", **ASPECT, calculation=kind, **parameters
    )

    assert field in answer.context["form"].errors
    assert scheme_now(row) == before


def test_choosing_another_calculation_shows_its_fields_and_saves_nothing(client, row):
    answer = send(
        client,
        row,
        "scheme-part",
        "1.1.2",
        description="改过",
        calculation="TOLERANCE_ALL_OR_NOTHING",
        show="1",
    )

    form = answer.context["form"]
    assert [field.name for field in form.parameters()] == [
        "TARGET_VALUE",
        "UNIT_LABEL",
        "TOLERANCE",
    ]
    assert form["calculation"].value() == "TOLERANCE_ALL_OR_NOTHING"
    assert form["description"].value() == "改过"
    assert aspects_of(row)[1].calculation == 1


def test_saving_an_aspect_unchanged_changes_nothing(client):
    parameters = (("NUM_POSSIBLE", "4"), ("SOMETHING_ELSE", "1"))
    source = scheme_of(judged("2.00"), measured("1.00", 1))
    first = Calculation("计数", "NUMBER_COMPLETED", True, parameters)
    scheme = Scheme(
        source.skill,
        source.sections,
        source.criteria,
        (first, *source.calculations[1:]),
    )
    row = kept(component_of(), scheme)
    client.force_login(preparer(row.component.stage.event))

    for place in ("1.1.1", "1.1.2", "2.1.1"):
        form = client.get(page("scheme-part", row.pk, place)).context["form"]
        typed = {
            name: value
            for name in form.fields
            if (value := form[name].value()) is not None and name != "version"
        }
        assert send(client, row, "scheme-part", place, **typed).status_code == 302

    assert scheme_now(row) == scheme


def test_a_judgement_needs_its_whole_ladder(client, row):
    ladder = {f"ladder-{score}": text for score, text in enumerate(LADDER)}
    typed = ASPECT | {"kind": "J"}

    gap = send(
        client, row, "scheme-part-add", "1.1", **typed, **ladder | {"ladder-2": ""}
    )
    send(client, row, "scheme-part-add", "1.1", **typed, **ladder)

    assert list(gap.context["form"].errors) == ["ladder-2"]
    assert aspects_of(row)[-1].ladder == LADDER


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        ("RANGED_SCORE", [["LOWER", "UPPER", "DEDUCTION"]] * 4),
        ("CHOICE", [["LABEL", "DEDUCTION"]] * 4),
        ("TOLERANCE_ALL_OR_NOTHING", []),
    ],
)
def test_every_range_and_outcome_stands_in_its_own_line(client, row, kind, lines):
    answer = send(client, row, "scheme-part", "1.1.2", calculation=kind, show="1")

    form = answer.context["form"]
    assert [
        [field.name.partition("_")[2] for field in fields]
        for _number, fields in form.lines()
    ] == lines
    assert len(form.settings()) + sum(map(len, lines)) == len(form.parameters())


def test_only_what_is_optional_is_called_so(client, row):
    form = client.get(page("scheme-part-add", row.pk, "1.1")).context["form"]

    optional = {name for name, field in form.fields.items() if not field.required}
    assert optional == {"calculation", "details", "heading", "requirement"}


def test_a_scheme_without_sections_is_not_asked_for_them(client):
    component = component_of()
    row = kept(component, Scheme("焊工", criteria=scheme_of().criteria))
    client.force_login(preparer(component.stage.event))
    typed = {key: value for key, value in ASPECT.items() if key != "section"}

    send(client, row, "scheme-part-add", "2.1", **typed)

    assert aspects_of(row, "B1")[-1] == Aspect(
        "M", ASPECT["description"], max_mark=Decimal("1.50")
    )
