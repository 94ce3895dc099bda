"""Says in words how an event is ranked."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from scoring.enums import Scale
from scoring.result_words import comparator_words


def policy_words(policy: Mapping[str, Any], names: Mapping[str, str]) -> list[str]:
    """Return a policy as sentences; ``names`` has the components by their codes."""
    chain = [comparator_words(each, names) for each in policy["tie_break"]]
    told = [
        _("Ranked by %(first)s.") % {"first": chain[0]},
        _("Ties are broken by: %(rest)s.") % {"rest": " → ".join(chain[1:])}
        if chain[1:]
        else _("Equal entries share a rank."),
    ]
    if policy["scale"] != Scale.NONE:
        told.append(
            _("Beside the total: %(scale)s.") % {"scale": Scale(policy["scale"]).label}
        )
    if policy["awards_medals"]:
        told.append(
            _("Medals; scale scores at most %(gap)s points apart are tied.")
            % {"gap": policy["medal_gap"]}
        )
    if policy["document_number"]:
        told.append(_("Document: %(number)s.") % {"number": policy["document_number"]})
    return told
