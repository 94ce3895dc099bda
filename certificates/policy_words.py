"""An award policy in plain words, a sentence for each line."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _, ngettext

from certificates.models import TitleType
from certificates.rules.award_policy import (
    Base,
    FixedCount,
    MedalLine,
    Percentage,
    Places,
    PrizeLine,
    RankRange,
    ShareRounding,
    TieAtBoundary,
    TitleLine,
)
from certificates.rules.award_policy_json import from_json
from competitions.enums import EventGroup
from people.bilingual import in_own_language, joined, listed


@dataclass(frozen=True)
class PolicySentence:
    """What is given, and to whom."""

    name: str
    text: str


def policy_sentences(rules: dict[str, Any]) -> list[PolicySentence]:
    """Return every line of a policy as a sentence, in the order of the policy."""
    policy = from_json(rules)
    titles = {each.code: each.display_name for each in TitleType.objects.all()}
    return [
        *(
            PolicySentence(_named(line), _prize(line, policy.base))
            for line in policy.prizes
        ),
        *(
            PolicySentence(_named(line), _("By the scale of medals of the result."))
            for line in policy.medals
        ),
        *(
            PolicySentence(titles.get(line.title, line.title), _title(line, titles))
            for line in policy.titles
        ),
    ]


def _named(line: PrizeLine | MedalLine) -> str:
    return in_own_language(line.name, line.name_en)


def _prize(line: PrizeLine, base: Base) -> str:
    return joined(_places(line.places, base), _tie(line.tie_at_boundary))


def _places(places: Places, base: Base) -> str:
    match places:
        case FixedCount(count):
            return ngettext("The next place.", "The next %(count)s places.", count) % {
                "count": count
            }
        case Percentage(percent, rounding, at_least):
            return _(
                "%(percent)s %% of those who %(base)s, %(rounding)s, at least"
                " %(at_least)s."
            ) % {
                "percent": percent,
                "base": _("took part") if base is Base.ACTUAL else _("signed up"),
                "rounding": _rounding(rounding),
                "at_least": at_least,
            }
        case RankRange(first, last) if first == last:
            return _("Rank %(rank)s.") % {"rank": first}
        case RankRange(first, last):
            return _("Ranks %(first)s to %(last)s.") % {"first": first, "last": last}
        case _:
            return _("Everyone with a total of at least %(minimum)s.") % {
                "minimum": places.minimum
            }


def _rounding(rounding: ShareRounding) -> str:
    return {
        ShareRounding.FLOOR: _("rounded down"),
        ShareRounding.ROUND: _("rounded half up"),
        ShareRounding.CEIL: _("rounded up"),
    }[rounding]


def _tie(tie: TieAtBoundary) -> str:
    return {
        TieAtBoundary.INCLUDE_ALL: _("Whoever shares the last place gets it too."),
        TieAtBoundary.NEXT_COMPARATOR: _("A shared last place is decided further."),
        TieAtBoundary.OFFICE: _("The office decides about a shared last place."),
    }[tie]


def _title(line: TitleLine, titles: dict[str, str]) -> str:
    return joined(
        *(_ranks(size, last) for size, last in sorted(line.last_ranks.items())),
        _groups(line),
        _("Every part has to be passed.") if line.requires_all_parts_passed else "",
        _minimum(line),
        _holders(line, titles),
        _("The next in rank moves up.") if line.skip_ineligible else "",
        _tie(line.tie_at_boundary),
    )


def _ranks(size: int, last: int) -> str:
    if size == 1:
        return ngettext(
            "The first in individual events.",
            "The first %(last)s in individual events.",
            last,
        ) % {"last": last}
    return ngettext(
        "The first team of %(size)s.", "The first %(last)s teams of %(size)s.", last
    ) % {"last": last, "size": size}


def _groups(line: TitleLine) -> str:
    if not line.groups:
        return ""
    names = listed(
        str(group.label) for group in EventGroup if group.value in line.groups
    )
    return _("Only %(groups)s.") % {"groups": names}


def _minimum(line: TitleLine) -> str:
    if not line.minimum_participants:
        return ""
    return _("At least %(number)s have to take part.") % {
        "number": line.minimum_participants
    }


def _holders(line: TitleLine, titles: dict[str, str]) -> str:
    if not line.excludes_holders_of:
        return ""
    names = listed(sorted(titles.get(code, code) for code in line.excludes_holders_of))
    return _("Who holds %(titles)s already is left out.") % {"titles": names}
