"""Award policies as JSON: what the database keeps and what the office edits.

Numbers that may have decimals are texts. ``from_json(to_json(policy)) == policy``.
"""

from collections.abc import Callable, Mapping
from typing import Final

from certificates.rules.award_policy import (
    AwardPolicy,
    Base,
    FixedCount,
    MedalLine,
    Percentage,
    Places,
    PolicyStatus,
    PrizeLine,
    RankRange,
    ScoreThreshold,
    ShareRounding,
    TieAtBoundary,
    TitleLine,
)
from certificates.rules.stored_fields import Fields, InvalidPolicy
from people.rules.sentence import Sentence

MEDALS: Final = ("gold", "silver", "bronze", "excellence")


def from_json(data: object) -> AwardPolicy:
    """Read a policy; raise InvalidPolicy with a sentence that names the field."""
    fields = Fields(data)
    return AwardPolicy(
        version=fields.whole("version", default=1, lowest=1),
        document_number=fields.text("document_number"),
        status=fields.word("status", PolicyStatus.DRAFT),
        base=fields.word("base", Base.ACTUAL),
        prizes=tuple(_read_prize(each) for each in fields.objects("prizes")),
        medals=tuple(_read_medal(each) for each in fields.objects("medals")),
        titles=tuple(_read_title(each) for each in fields.objects("titles")),
    )


def to_json(policy: AwardPolicy) -> dict[str, object]:
    """Write a policy; texts, whole numbers, lists and objects only."""
    return {
        "version": policy.version,
        "document_number": policy.document_number,
        "status": policy.status.value,
        "base": policy.base.value,
        "prizes": [_write_prize(line) for line in policy.prizes],
        "medals": [_write_medal(line) for line in policy.medals],
        "titles": [_write_title(line) for line in policy.titles],
    }


def _read_prize(fields: Fields) -> PrizeLine:
    places = fields.part("places")
    kind = places.text("kind", required=True)
    if kind not in PLACES:
        raise InvalidPolicy(
            Sentence(
                "{field} must be one of {words}.",
                {"field": f"{places.path}.kind", "words": ", ".join(PLACES)},
            )
        )
    return PrizeLine(
        code=fields.text("code", required=True),
        name=fields.text("name", required=True),
        name_en=fields.text("name_en"),
        places=PLACES[kind](places),
        tie_at_boundary=fields.word("tie_at_boundary", TieAtBoundary.INCLUDE_ALL),
    )


def _read_percentage(fields: Fields) -> Places:
    return Percentage(
        percent=fields.number("percent"),
        rounding=fields.word("rounding", ShareRounding.FLOOR),
        at_least=fields.whole("at_least", default=0),
    )


def _read_range(fields: Fields) -> Places:
    first = fields.whole("first", lowest=1)
    return RankRange(first=first, last=fields.whole("last", lowest=first))


PLACES: Final[Mapping[str, Callable[[Fields], Places]]] = {
    "count": lambda fields: FixedCount(fields.whole("count", lowest=1)),
    "percentage": _read_percentage,
    "ranks": _read_range,
    "score": lambda fields: ScoreThreshold(fields.number("minimum")),
}


def _read_medal(fields: Fields) -> MedalLine:
    medal = fields.text("medal", required=True)
    if medal not in MEDALS:
        raise InvalidPolicy(
            Sentence(
                "{field} must be one of {words}.",
                {"field": f"{fields.path}.medal", "words": ", ".join(MEDALS)},
            )
        )
    return MedalLine(
        code=fields.text("code") or medal,
        name=fields.text("name", required=True),
        name_en=fields.text("name_en"),
        medal=medal,
    )


def _read_title(fields: Fields) -> TitleLine:
    return TitleLine(
        title=fields.text("title", required=True),
        last_ranks=_read_ranks(fields.part("last_ranks")),
        groups=fields.texts("groups"),
        requires_all_parts_passed=fields.flag(
            "requires_all_parts_passed", default=True
        ),
        minimum_participants=fields.whole("minimum_participants", default=0),
        excludes_holders_of=fields.texts("excludes_holders_of"),
        skip_ineligible=fields.flag("skip_ineligible", default=False),
        tie_at_boundary=fields.word("tie_at_boundary", TieAtBoundary.INCLUDE_ALL),
    )


def _read_ranks(fields: Fields) -> dict[int, int]:
    sizes = [str(size) for size in fields.data]
    if not sizes or not all(size.isascii() and size.isdigit() for size in sizes):
        raise InvalidPolicy(
            Sentence(
                "{field} must name a last rank for each team size, such as"
                " “1”: 3, “2”: 2.",
                {"field": fields.path},
            )
        )
    return {int(size): fields.whole(size, lowest=1) for size in sizes}


def _write_prize(line: PrizeLine) -> dict[str, object]:
    return {
        "code": line.code,
        "name": line.name,
        "name_en": line.name_en,
        "places": _write_places(line.places),
        "tie_at_boundary": line.tie_at_boundary.value,
    }


def _write_places(places: Places) -> dict[str, object]:
    match places:
        case FixedCount(count):
            return {"kind": "count", "count": count}
        case Percentage(percent, rounding, at_least):
            return {
                "kind": "percentage",
                "percent": str(percent),
                "rounding": rounding.value,
                "at_least": at_least,
            }
        case RankRange(first, last):
            return {"kind": "ranks", "first": first, "last": last}
        case ScoreThreshold(minimum):
            return {"kind": "score", "minimum": str(minimum)}


def _write_medal(line: MedalLine) -> dict[str, object]:
    return {
        "code": line.code,
        "name": line.name,
        "name_en": line.name_en,
        "medal": line.medal,
    }


def _write_title(line: TitleLine) -> dict[str, object]:
    return {
        "title": line.title,
        "last_ranks": {str(size): rank for size, rank in line.last_ranks.items()},
        "groups": sorted(line.groups),
        "requires_all_parts_passed": line.requires_all_parts_passed,
        "minimum_participants": line.minimum_participants,
        "excludes_holders_of": sorted(line.excludes_holders_of),
        "skip_ineligible": line.skip_ineligible,
        "tie_at_boundary": line.tie_at_boundary.value,
    }
