"""The form of how an event is ranked."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _, gettext_lazy

from competitions.models import Event
from scoring.enums import Scale
from scoring.models import ResultPolicy
from scoring.queries.results import component_names, criteria_of
from scoring.result_words import comparator_words
from scoring.rules.ranking import TOTAL
from scoring.services.result_policy import PolicyDetails

#: How many comparators a chain may have.
LENGTH = 6
_PLACES = [f"key_{place}" for place in range(1, LENGTH + 1)]


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
        comparators = _comparators(event)
        nothing = ("", _("Nothing more: equal entries share the rank"))
        first, second, *others = _PLACES
        self.fields[first] = forms.ChoiceField(
            label=_("Ranked first by"), choices=comparators
        )
        labels = {second: _("Where equal: look at")} | {
            name: _("then, %(place)s.") % {"place": place}
            for place, name in enumerate(others, start=2)
        }
        for name, label in labels.items():
            self.fields[name] = forms.ChoiceField(
                label=label, choices=[nothing, *comparators], required=False
            )
        self.order_fields(_PLACES)

    def clean(self) -> dict[str, Any]:
        """Refuse what comes twice, and medals that contradict the ranks."""
        super().clean()
        seen: set[str] = set()
        for name in _PLACES:
            comparator = self.cleaned_data.get(name)
            if comparator and comparator in seen:
                self.add_error(name, _("This comes twice; once is enough."))
            seen.add(comparator or "")
        if self.cleaned_data.get("awards_medals"):
            self._check_medals()
        return self.cleaned_data

    def _check_medals(self) -> None:
        if self.cleaned_data.get("scale") == Scale.NONE:
            self.add_error("awards_medals", _("Medals need a scale; choose one."))
        if self.cleaned_data.get(_PLACES[0], TOTAL) != TOTAL:
            self.add_error(
                "awards_medals",
                _("Medals go by the total; rank by the total first, or award none."),
            )

    def details(self) -> PolicyDetails:
        """Return what was chosen, for the services."""
        typed = self.cleaned_data
        return PolicyDetails(
            scale=Scale(typed["scale"]),
            tie_break=[typed[name] for name in _PLACES if typed[name]],
            awards_medals=typed["awards_medals"],
            medal_gap=typed["medal_gap"],
            medal_chain=typed["medal_chain"],
            document_number=typed["document_number"],
        )


def _comparators(event: Event) -> list[tuple[str, str]]:
    names = component_names(event)
    codes = [
        TOTAL,
        *(f"component:{code}" for code in names),
        *(f"criterion:{key}" for key in criteria_of(event)),
    ]
    return [(code, comparator_words(code, names)) for code in codes]


def _values(policy: ResultPolicy) -> dict[str, Any]:
    chain = policy.tie_break or [TOTAL]
    return dict(zip(_PLACES, chain, strict=False)) | {
        "scale": policy.scale,
        "awards_medals": policy.awards_medals,
        "medal_gap": policy.medal_gap,
        "medal_chain": policy.medal_chain,
        "document_number": policy.document_number,
    }
