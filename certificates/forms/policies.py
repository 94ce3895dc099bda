"""The form of an award policy: the policy itself and its rows."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext, gettext_lazy as _

from certificates.enums import PolicyStatus
from certificates.forms.policy_rows import (
    MedalForm,
    PrizeForm,
    TitleForm,
    medal_values,
    prize_values,
    title_values,
)
from certificates.models import AwardPolicy
from certificates.queries.policies import policies_to_choose
from certificates.rules.award_policy import Base
from certificates.services.policies import PolicyDetails

_STATUSES = [
    (PolicyStatus.DRAFT.value, PolicyStatus.DRAFT.label),
    (PolicyStatus.IN_FORCE.value, PolicyStatus.IN_FORCE.label),
]


class ChoiceForm(forms.Form):
    """The policy that an event follows."""

    policy = forms.ModelChoiceField(
        label=_("Award policy"),
        queryset=AwardPolicy.objects.none(),
        empty_label=None,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer policies in force and samples."""
        super().__init__(*args, **kwargs)
        field = cast("forms.ModelChoiceField[AwardPolicy]", self.fields["policy"])
        field.queryset = policies_to_choose()


class PolicyForm(forms.Form):
    """What a policy is called and where it comes from."""

    name = forms.CharField(label=_("Name"), max_length=120)
    name_en = forms.CharField(label=_("English name"), max_length=160, required=False)
    status = forms.ChoiceField(label=_("Status"), choices=_STATUSES)
    document_number = forms.CharField(
        label=_("Document number"),
        max_length=60,
        required=False,
        help_text=_("A policy in force names the document it comes from."),
    )
    base = forms.ChoiceField(
        label=_("Percentages count"),
        choices=(
            (Base.ACTUAL.value, _("those who took part")),
            (Base.REGISTERED.value, _("all who signed up")),
        ),
    )


class Rows(forms.BaseFormSet):  # type: ignore[type-arg]  # not generic at run time
    """Rows that become lines of the policy, in their order."""

    def lines(self) -> list[dict[str, Any]]:
        """Return what was typed as the rules read it; blank rows are left out."""
        kept = [
            form
            for form in self.forms
            if form.cleaned_data and not form.cleaned_data.get("DELETE")
        ]
        return [form.line(number) for number, form in enumerate(kept, start=1)]


def _rows(form: type[forms.Form]) -> type[Rows]:
    made = forms.formset_factory(
        form, formset=Rows, extra=1, can_delete=True, max_num=20
    )
    return cast("type[Rows]", made)


PrizeRows = _rows(PrizeForm)
MedalRows = _rows(MedalForm)
TitleRows = _rows(TitleForm)


class PolicyForms:
    """The four parts of the page as one: valid together, saved together."""

    def __init__(self, data: Any, policy: AwardPolicy | None) -> None:
        rules: dict[str, Any] = policy.rules if policy else {}
        self.form = PolicyForm(data, initial=_values(policy, rules))
        self.prizes = PrizeRows(
            data, prefix="prizes", initial=prize_values(rules.get("prizes", []))
        )
        self.medals = MedalRows(
            data, prefix="medals", initial=medal_values(rules.get("medals", []))
        )
        self.titles = TitleRows(
            data, prefix="titles", initial=title_values(rules.get("titles", []))
        )

    def is_valid(self) -> bool:
        """Check every part, so that all errors are shown at once."""
        rows = (self.prizes, self.medals, self.titles)
        checked = [part.is_valid() for part in (self.form, *rows)]
        if not all(checked):
            return False
        if not any(each.lines() for each in rows):
            self.form.add_error(
                None, gettext("Add at least one prize, medal or title.")
            )
            return False
        return True

    def details(self) -> PolicyDetails:
        """Return the policy as typed."""
        typed = self.form.cleaned_data
        return PolicyDetails(
            name=typed["name"],
            name_en=typed["name_en"],
            status=PolicyStatus(typed["status"]),
            document_number=typed["document_number"],
            rules={
                "document_number": typed["document_number"],
                "status": typed["status"],
                "base": typed["base"],
                "prizes": self.prizes.lines(),
                "medals": self.medals.lines(),
                "titles": self.titles.lines(),
            },
        )


def _values(policy: AwardPolicy | None, rules: dict[str, Any]) -> dict[str, Any]:
    if policy is None:
        return {"status": PolicyStatus.DRAFT.value}
    return {
        "name": policy.name,
        "name_en": policy.name_en,
        "status": PolicyStatus.DRAFT.value,
        "document_number": policy.document_number,
        "base": rules.get("base", Base.ACTUAL.value),
    }
