"""The forms that find, void and replace certificates."""

from typing import TYPE_CHECKING, Any

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from certificates.enums import CertificateKind, CertificateStatus
from certificates.models import Certificate
from certificates.rules.numbering import plain_number

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise


class CertificateFilter(django_filters.FilterSet):
    """Certificates by number or name, kind and status."""

    q = django_filters.CharFilter(
        label=_("Number or name"),
        method="search",
        widget=forms.SearchInput(attrs={"autocomplete": "off", "maxlength": 100}),
    )
    kind = django_filters.ChoiceFilter(
        label=_("Kind"), choices=CertificateKind.choices, empty_label=_("All kinds")
    )
    status = django_filters.ChoiceFilter(
        label=_("Status"),
        choices=CertificateStatus.choices,
        empty_label=_("All statuses"),
    )

    class Meta:
        model = Certificate
        fields = ()

    def search(
        self, queryset: QuerySet[Certificate], name: str, value: str
    ) -> QuerySet[Certificate]:
        """Keep the certificates with a text in number, name or pinyin."""
        return queryset.filter(
            Q(number__icontains=plain_number(value))
            | Q(person__name__icontains=value)
            | Q(person__pinyin__icontains=value)
        )


class VoidForm(forms.Form):
    """Why a certificate is no longer valid."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        help_text=_("It stays in the register; the public page shows the state only."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class IssueForm(forms.Form):
    """The day printed on the certificates."""

    issued_on = forms.DateField(
        label=_("Day printed on the certificates"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


def _millimetres(
    label: "_StrOrPromise", help_text: "_StrOrPromise"
) -> forms.DecimalField:
    return forms.DecimalField(
        label=label,
        help_text=help_text,
        min_value=-20,
        max_value=20,
        max_digits=3,
        decimal_places=1,
        widget=forms.NumberInput(attrs={"step": "0.5", "min": "-20", "max": "20"}),
    )


class ShiftForm(forms.Form):
    """How far a printer has to move the words to meet a frame printed elsewhere."""

    right = _millimetres(
        _("To the right, in millimetres"), _("A negative number moves to the left.")
    )
    down = _millimetres(
        _("Downwards, in millimetres"), _("A negative number moves upwards.")
    )


class SearchForm(forms.Form):
    """Number and name as printed; only both together lead to a certificate."""

    number = forms.CharField(
        label=_("Certificate number"),
        max_length=60,
        help_text=_("As printed at the foot of the certificate."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    name = forms.CharField(
        label=_("Name of the holder"),
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    def clean_number(self) -> str:
        """Take brackets, dashes and widths of every kind for the same."""
        return plain_number(self.cleaned_data["number"])

    def asked(self) -> dict[str, Any]:
        """Return what is looked for."""
        return {
            "number": self.cleaned_data["number"],
            "name": self.cleaned_data["name"],
        }
