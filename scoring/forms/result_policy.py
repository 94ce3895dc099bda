"""The form of how an event is ranked."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _, gettext_lazy

from competitions.models import Event
from scoring.enums import Scale
from scoring.models import ResultPolicy
from scoring.queries.results import component_names, criteria_of
from scoring.result_words import comparator_words
from scoring.services.result_policy import PolicyDetails

#: How many tie-breaks may follow the total.
TIE_BREAKS = 5


class ResultPolicyForm(forms.Form):
    """The chain of comparators, what stands beside the total, and medals."""

    scale = forms.ChoiceField(label=gettext_lazy("Beside the total"), choices=Scale)
    awards_medals = forms.BooleanField(
        label=gettext_lazy("Award medals by the scale score"), required=False
    )
    medal_gap = forms.IntegerField(
        label=gettext_lazy("Scale points within which medals are tied"),
        min_value=0,
        max_value=100,
        help_text=gettext_lazy("WorldSkills: 2."),
    )
    medal_chain = forms.BooleanField(
        label=gettext_lazy("Measure the gap from place to place, not from the first"),
        required=False,
    )
    document_number = forms.CharField(
        label=gettext_lazy("Document number"), max_length=60, required=False
    )

    def __init__(self, data: Any = None, *, event: Event, policy: ResultPolicy) -> None:
        """Offer what the event can be ranked by."""
        super().__init__(data, initial=_values(policy))
        self.event = event
        choices = [
            ("", _("Nothing more: equal entries share the rank")),
            *_chain(event),
        ]
        order = [f"tie_{place}" for place in range(1, TIE_BREAKS + 1)]
        for place, name in enumerate(order, start=1):
            self.fields[name] = forms.ChoiceField(
                label=_("Equal totals: look first at")
                if place == 1
                else _("then, %(place)s.") % {"place": place},
                choices=choices,
                required=False,
            )
        self.order_fields(order)

    def clean(self) -> dict[str, Any]:
        """Refuse a comparator that comes twice, and medals without a scale."""
        super().clean()
        seen: set[str] = set()
        for place in range(1, TIE_BREAKS + 1):
            name = f"tie_{place}"
            comparator = self.cleaned_data.get(name)
            if comparator and comparator in seen:
                self.add_error(name, _("This comes twice; once is enough."))
            seen.add(comparator or "")
        if (
            self.cleaned_data.get("awards_medals")
            and self.cleaned_data.get("scale") == Scale.NONE
        ):
            self.add_error("awards_medals", _("Medals need a scale; choose one."))
        return self.cleaned_data

    def details(self) -> PolicyDetails:
        """Return what was chosen, for the services."""
        typed = self.cleaned_data
        ties = (typed[f"tie_{place}"] for place in range(1, TIE_BREAKS + 1))
        return PolicyDetails(
            scale=Scale(typed["scale"]),
            tie_break=["total", *(tie for tie in ties if tie)],
            awards_medals=typed["awards_medals"],
            medal_gap=typed["medal_gap"],
            medal_chain=typed["medal_chain"],
            document_number=typed["document_number"],
        )


def _chain(event: Event) -> list[tuple[str, str]]:
    names = component_names(event)
    codes = [
        *(f"component:{code}" for code in names),
        *(f"criterion:{key}" for key in criteria_of(event)),
    ]
    return [(code, comparator_words(code, names)) for code in codes]


def _values(policy: ResultPolicy) -> dict[str, Any]:
    ties = [each for each in policy.tie_break if each != "total"]
    values = {f"tie_{place}": tie for place, tie in enumerate(ties, start=1)}
    return values | {
        "scale": policy.scale,
        "awards_medals": policy.awards_medals,
        "medal_gap": policy.medal_gap,
        "medal_chain": policy.medal_chain,
        "document_number": policy.document_number,
    }
