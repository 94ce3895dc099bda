"""The grid of component scores, the spreadsheet that fills it, and deductions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _, gettext_lazy

from competitions.enums import EntryAttendance
from competitions.models import Component, Entry
from scoring.models import Deduction
from scoring.queries.component_scores import ScoreGrid, ScoreRow
from scoring.services.attendance import Attendance


@dataclass(frozen=True)
class GridLine:
    """A row of the grid with its cells."""

    row: ScoreRow
    cells: list[BoundField]


class MarkField(forms.DecimalField):
    """A decimal that can be compared: what is not finite is refused before it is."""

    def to_python(self, value: Any) -> Any:
        """Return the number, or None for nothing."""
        mark = super().to_python(value)
        if mark is not None and not mark.is_finite():
            raise forms.ValidationError(self.error_messages["invalid"], "invalid")
        return mark


def cell_name(component: Component, entry: Entry) -> str:
    """Return what the cell of a component and an entry is called."""
    return f"{component.pk}-{entry.pk}"


class ScoresForm(forms.Form):
    """One field per component and entry.

    Every cell also carries the mark that was shown, so that only what was really typed
    is stored and nobody writes over a mark that another entered meanwhile.
    """

    def __init__(self, data: Any = None, *, grid: ScoreGrid) -> None:
        """Lay the cells out."""
        self.grid = grid
        super().__init__(data, initial=_shown(grid))
        for component in grid.components:
            for row in grid.rows:
                name = cell_name(component, row.entry)
                self.fields[name] = _cell(component, row)

    def clean(self) -> dict[str, Any]:
        """Refuse what was emptied or changed by another in the meantime."""
        super().clean()
        for name in self.changed_data:
            if name in self.errors:
                continue
            typed = self.cleaned_data.get(name)
            stored = self.initial.get(name)
            if typed is None:
                self.add_error(name, _("A mark stands here; type the right one."))
            elif stored not in (typed, self._told(name)):
                self.add_error(
                    name,
                    _("Meanwhile %(mark)s was entered; open the page again.")
                    % {"mark": stored},
                )
        return self.cleaned_data

    def marks(self) -> dict[Component, dict[Entry, Decimal]]:
        """Return the marks that were typed, by component."""
        typed = set(self.changed_data)
        return {
            component: {
                row.entry: self.cleaned_data[name]
                for row in self.grid.rows
                if (name := cell_name(component, row.entry)) in typed
            }
            for component in self.grid.components
        }

    def lines(self) -> Iterator[GridLine]:
        """Return the rows as the page shows them."""
        for row in self.grid.rows:
            cells = [
                self[cell_name(component, row.entry)]
                for component in self.grid.components
            ]
            yield GridLine(row, cells)

    def _told(self, name: str) -> Decimal | None:
        """Return the mark that the page showed when it was opened; else None.

        What is no mark was not written by the page, which then showed none.
        """
        told = self.data.get(self.add_initial_prefix(name), "")
        try:
            mark: Decimal | None = self.fields[name].to_python(told)
        except forms.ValidationError:
            return None
        return mark


def filled(grid: ScoreGrid, marks: Mapping[str, str]) -> ScoresForm:
    """Return the grid with marks of a spreadsheet typed in and not yet stored."""
    shown = _shown(grid)
    data = {f"initial-{name}": str(mark) for name, mark in shown.items()}
    data |= {name: str(mark) for name, mark in shown.items()}
    return ScoresForm(data | dict(marks), grid=grid)


def _shown(grid: ScoreGrid) -> dict[str, Decimal]:
    return {
        f"{component}-{entry}": mark for (component, entry), mark in grid.marks.items()
    }


def _cell(component: Component, row: ScoreRow) -> MarkField:
    impossible = _("A mark from 0.00 to %(full)s.") % {"full": component.full_mark}
    label = _("%(name)s of entry %(entry)s") % {
        "name": component.display_name,
        "entry": row.entry.number or row.name,
    }
    return MarkField(
        label=label,
        required=False,
        min_value=Decimal(0),
        max_value=component.full_mark,
        max_digits=8,
        decimal_places=2,
        show_hidden_initial=True,
        widget=forms.TextInput(
            attrs={
                "inputmode": "decimal",
                "autocomplete": "off",
                "aria-label": label,
                "data-score": component.code,
            }
        ),
        error_messages={
            "invalid": _("Type a number such as 86.50."),
            "min_value": impossible,
            "max_value": impossible,
            "max_decimal_places": _("At most two decimals."),
            "max_digits": impossible,
        },
    )


class ScoresFileForm(forms.Form):
    """A spreadsheet of scores."""

    file = forms.FileField(
        label=gettext_lazy("Spreadsheet of scores (.xlsx)"),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}),
    )


class DeductionForm(forms.Form):
    """Marks taken off one component."""

    component = forms.ModelChoiceField(
        queryset=Component.objects.none(), label=gettext_lazy("Component")
    )
    amount = forms.DecimalField(
        label=gettext_lazy("Marks taken off"),
        min_value=Decimal("0.01"),
        max_digits=6,
        decimal_places=2,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=300,
        help_text=gettext_lazy("The rule that was broken, as on the protocol."),
    )

    def __init__(self, data: Any = None, *, entry: Entry) -> None:
        """Offer the components of the entry's event."""
        super().__init__(data, auto_id="id_deduction_%s")
        components = Component.objects.filter(stage__event=entry.event_id)
        field: Any = self.fields["component"]
        field.queryset = components.order_by("stage__position", "position")
        field.label_from_instance = lambda component: component.display_name
        field.empty_label = _("Choose a component")


class WithdrawDeductionForm(forms.Form):
    """Why a deduction is taken back."""

    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=300)

    def __init__(self, data: Any = None, *, deduction: Deduction) -> None:
        """Name the fields after the deduction, for several stand on a page."""
        super().__init__(data, auto_id=f"id_withdraw_{deduction.pk}_%s")


class AttendanceForm(forms.Form):
    """Whether an entry took part, and whether it competes for a place."""

    attendance = forms.ChoiceField(
        label=gettext_lazy("Attendance"), choices=EntryAttendance
    )
    is_out_of_contest = forms.BooleanField(
        label=gettext_lazy("Out of contest: marked, but without a rank"),
        required=False,
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Needed for a disqualification or out of contest."),
    )

    def __init__(self, data: Any = None, *, entry: Entry) -> None:
        """Show how the entry stands."""
        super().__init__(
            data,
            auto_id="id_attendance_%s",
            initial={
                "attendance": entry.attendance,
                "is_out_of_contest": entry.is_out_of_contest,
            },
        )

    def wanted(self) -> Attendance:
        """Return what was chosen, for the services."""
        return Attendance(
            EntryAttendance(self.cleaned_data["attendance"]),
            is_out_of_contest=self.cleaned_data["is_out_of_contest"],
        )
