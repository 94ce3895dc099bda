"""The form of panels and days: a line for every sub criterion of a scheme."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from competitions.models import Panel
from scoring.forms.schemes import VersionForm
from scoring.models import Criterion, MarkingScheme, SubCriterion
from scoring.rules.scheme_check_rows import DAYS
from scoring.services.assignment import Slot


class PlanForm(VersionForm):
    """Who marks each sub criterion on which day; a panel may get a whole criterion."""

    def __init__(self, data: Any = None, *, scheme: MarkingScheme) -> None:
        """Lay out a line per sub criterion, under one per criterion."""
        super().__init__(data, initial={"version": scheme.edit_version})
        event_id = scheme.component.stage.event_id
        panels = Panel.objects.filter(event=event_id).order_by("name")
        self.panels = {str(panel.pk): panel for panel in panels}
        self.subs: dict[Criterion, list[SubCriterion]] = defaultdict(list)
        for sub in (
            SubCriterion.objects.filter(criterion__scheme=scheme)
            .select_related("criterion")
            .order_by("criterion", "position")
        ):
            self.subs[sub.criterion].append(sub)
        for criterion, subs in self.subs.items():
            self._add_criterion(criterion)
            for sub in subs:
                self._add_sub(sub, has_days=not scheme.is_frozen)

    def lines(
        self,
    ) -> Iterator[
        tuple[Criterion, BoundField, list[tuple[SubCriterion, BoundField, BoundField]]]
    ]:
        """Return each criterion with its field, and the fields of its sub criteria."""
        for criterion, subs in self.subs.items():
            yield (
                criterion,
                self[f"all-{criterion.pk}"],
                [(sub, self[f"panel-{sub.pk}"], self[f"day-{sub.pk}"]) for sub in subs],
            )

    def slots(self) -> dict[UUID, Slot]:
        """Return what was chosen; a criterion's panel goes before its lines'."""
        chosen = self.cleaned_data
        return {
            sub.pk: Slot(
                panel=self.panels.get(
                    chosen[f"all-{criterion.pk}"] or chosen[f"panel-{sub.pk}"]
                ),
                day=chosen[f"day-{sub.pk}"],
            )
            for criterion, subs in self.subs.items()
            for sub in subs
        }

    def _add_criterion(self, criterion: Criterion) -> None:
        self.fields[f"all-{criterion.pk}"] = forms.ChoiceField(
            label=_("Panel for all of criterion %s") % criterion.letter,
            choices=[("", _("As below")), *self._panel_choices()],
            required=False,
        )

    def _add_sub(self, sub: SubCriterion, *, has_days: bool) -> None:
        self.fields[f"panel-{sub.pk}"] = forms.ChoiceField(
            label=_("Panel of %s") % sub.code,
            choices=[("", _("No panel yet")), *self._panel_choices()],
            initial=str(sub.panel_id or ""),
            required=False,
        )
        self.fields[f"day-{sub.pk}"] = forms.TypedChoiceField(
            label=_("Day of %s") % sub.code,
            choices=[("", "—"), *((day, day) for day in DAYS)],
            coerce=int,
            empty_value=None,
            initial=sub.day,
            required=False,
            disabled=not has_days,
        )

    def _panel_choices(self) -> list[tuple[str, str]]:
        return [(key, panel.name) for key, panel in self.panels.items()]
