"""The forms by which titles are granted and revoked."""

from django import forms
from django.utils.translation import gettext_lazy as _


class GrantForm(forms.Form):
    """The decision document; without it there is no title."""

    document_number = forms.CharField(
        label=_("Number of the decision document"),
        max_length=60,
        help_text=_("Such as 绍市人社发〔2026〕41号."),
    )
    document_title = forms.CharField(
        label=_("Title of the document"),
        max_length=200,
        help_text=_("It is printed on the certificates."),
    )
    granted_on = forms.DateField(
        label=_("Date of the decision"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class RevokeForm(forms.Form):
    """Why and from which day a title is gone."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    revoked_on = forms.DateField(
        label=_("Revoked on"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class TitleSearchForm(forms.Form):
    """The register of titles by state and name."""

    q = forms.CharField(
        label=_("Name of the holder"),
        required=False,
        max_length=100,
        widget=forms.SearchInput(attrs={"autocomplete": "off"}),
    )
    state = forms.CharField(required=False, widget=forms.HiddenInput)
