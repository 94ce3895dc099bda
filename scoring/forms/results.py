"""The forms of results: a reason for a new version, and what a list shows."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from scoring.enums import ResultStanding
from scoring.result_page import ResultPage, ShownResult


class PrepareForm(forms.Form):
    """A new version; it says why when a published one would be replaced."""

    reason = forms.CharField(
        label=_("Reason for the new version"),
        max_length=300,
        required=False,
        help_text=_("It is shown with the new version, such as an appeal upheld."),
    )

    def __init__(
        self, data: object = None, *, replaces: bool, reason: str = ""
    ) -> None:
        """Ask for the reason only where one is needed; it may have been given."""
        super().__init__(
            data,  # type: ignore[arg-type]  # a QueryDict or nothing
            initial={"reason": reason},
        )
        if replaces:
            self.fields["reason"].required = True
            self.fields["reason"].error_messages["required"] = _(
                "Say why the published result is replaced."
            )
        else:
            del self.fields["reason"]


class SendBackForm(forms.Form):
    """What has to be mended before a result can be confirmed."""

    reason = forms.CharField(
        label=_("What has to be mended"),
        max_length=300,
        error_messages={"required": _("Say what has to be mended.")},
        help_text=_("Whoever prepared the result reads it."),
    )


class ReopenForm(forms.Form):
    """Why the scores behind a published result are corrected."""

    reason = forms.CharField(
        label=_("Reason for the correction"),
        max_length=300,
        error_messages={"required": _("Say why the scores are opened again.")},
        help_text=_("It is shown with the new version, such as an appeal upheld."),
    )


class ScoreAgainForm(forms.Form):
    """Why a panel scores again what it has laid open."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        error_messages={"required": _("Say why the panel has to score again.")},
        help_text=_("The judges read it on their tablets."),
    )


class ResultFilterForm(forms.Form):
    """Which rows of a list are shown."""

    SHOWN = (
        ("", _("All entries")),
        ("ranked", _("With a rank")),
        ("unranked", _("Without a rank")),
        ("failed", _("Failed a pass mark")),
        ("medal", _("With a medal")),
    )

    q = forms.CharField(
        label=_("Competitor or unit"),
        required=False,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    show = forms.ChoiceField(
        label=pgettext_lazy("rows of a list", "Show"), choices=SHOWN, required=False
    )

    def __init__(self, data: object = None, *, page: ResultPage) -> None:
        """Offer only what some row of the list can have."""
        super().__init__(data)  # type: ignore[arg-type]  # a QueryDict or nothing
        missing = {
            name
            for name, is_there in (
                ("failed", page.has_pass_marks),
                ("medal", page.has_medals),
            )
            if not is_there
        }
        show: Any = self.fields["show"]
        show.choices = [each for each in self.SHOWN if each[0] not in missing]

    def kept(self, rows: tuple[ShownResult, ...]) -> list[ShownResult]:
        """Return the rows that are asked for."""
        asked = self.cleaned_data if self.is_valid() else {}
        text = asked.get("q", "").strip().casefold()
        return [
            row
            for row in rows
            if _is_asked(row, asked.get("show", ""))
            and text in f"{row.result.entry.number} {row.name} {row.unit}".casefold()
        ]


def _is_asked(row: ShownResult, show: str) -> bool:
    is_ranked = row.result.standing == ResultStanding.RANKED
    answers = {
        "ranked": is_ranked,
        "unranked": not is_ranked,
        "failed": is_ranked and not row.result.all_parts_passed,
        "medal": bool(row.result.medal),
    }
    return answers.get(show, True)
