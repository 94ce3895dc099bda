"""Forms about a scheme as a whole: its workbook, its version, what it is called."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _, gettext_lazy

from competitions.models import Component
from competitions.permissions import AnyUser
from people.imports.workbook_guard import LARGEST_FILE
from scoring.enums import CombineAt
from scoring.models import MarkingScheme
from scoring.queries.scheme_history import schemes_to_copy
from scoring.rules.scheme_check_lengths import LONGEST_TITLE

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


class SchemeFileForm(forms.Form):
    """A CIS workbook."""

    file = forms.FileField(
        label=gettext_lazy("CIS workbook"),
        help_text=gettext_lazy("An .xlsx file of at most 5 MB."),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )

    def clean_file(self) -> "UploadedFile[Any]":
        """Refuse by name and size what need not be opened."""
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if PurePath(file.name or "").suffix.lower() != ".xlsx":
            raise forms.ValidationError(
                _("“%(name)s” is no .xlsx file; save the workbook as .xlsx.")
                % {"name": file.name}
            )
        if (file.size or 0) > LARGEST_FILE:
            raise forms.ValidationError(
                _("The file is larger than 5 MB; copy its rows to a new workbook.")
            )
        return file


class VersionForm(forms.Form):
    """A form about the version of a scheme that was looked at."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    @staticmethod
    def version_of(data: Mapping[str, Any]) -> int:
        """Return the version a page was opened with, 0 when it does not say."""
        text = str(data.get("version", ""))
        return int(text) if text.isascii() and text.isdigit() else 0


class SchemeForm(VersionForm):
    """What a scheme is called and how its judges are combined."""

    skill = forms.CharField(
        label=gettext_lazy("Title of the scheme"), max_length=LONGEST_TITLE
    )
    combine_at = forms.ChoiceField(
        label=gettext_lazy("Judges are combined"),
        choices=CombineAt.choices,
        widget=forms.RadioSelect,
        help_text=gettext_lazy(
            "WorldSkills combines at each aspect. City competitions often take the mean"
            " of the judges over a sub criterion or the whole sheet; every judge then"
            " marks every aspect."
        ),
    )
    drops_extremes = forms.BooleanField(
        label=gettext_lazy("Leave out the highest and the lowest judge"),
        required=False,
    )


class _SchemeChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # of schemes
    """A scheme by its competition, event and component."""

    def label_from_instance(self, obj: MarkingScheme) -> str:
        """Name a scheme by where it belongs."""
        event = obj.component.stage.event
        return _("%(competition)s · %(event)s · %(component)s, version %(version)s") % {
            "competition": event.competition.display_name,
            "event": event.display_name,
            "component": obj.component.display_name,
            "version": obj.version,
        }


class CopyForm(forms.Form):
    """A scheme to start from."""

    source = _SchemeChoice(
        label=gettext_lazy("Scheme to copy"),
        queryset=MarkingScheme.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
    )

    def __init__(
        self, data: Any = None, *, user: AnyUser, component: Component
    ) -> None:
        """Offer the schemes a user may open."""
        super().__init__(data)
        field = self.fields["source"]
        field.queryset = schemes_to_copy(user, component)  # type: ignore[attr-defined]
