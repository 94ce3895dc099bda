"""The forms of the parts of a draft: criteria, sub criteria and aspects."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from competitions.views.acting import done
from competitions.views.signed_in import user_of
from people.access import not_found_unless
from scoring.forms.aspects import AspectForm
from scoring.forms.scheme_rows import CriterionForm, SubCriterionForm
from scoring.models import MarkingScheme
from scoring.queries.schemes import load_scheme
from scoring.rules.scheme import Scheme, SubCriterion
from scoring.rules.scheme_changes import add, put
from scoring.rules.scheme_places import (
    Item,
    Place,
    code_at,
    item_at,
    items_below,
)
from scoring.scheme_page import dotted
from scoring.services.scheme_edit import edit_scheme
from scoring.views.scheme_access import (
    DEEPEST,
    draft_scheme,
    edit_page,
    place_in,
    places_of,
)

PartForm = CriterionForm | SubCriterionForm | AspectForm
_FORMS: dict[int, type[PartForm]] = {
    1: CriterionForm,
    2: SubCriterionForm,
    3: AspectForm,
}


def part_edit(request: HttpRequest, scheme_id: UUID, place: str) -> HttpResponse:
    """Change what is at a place."""
    row = draft_scheme(request, scheme_id)
    scheme = load_scheme(row)
    chosen = place_in(scheme, place)
    item: Item = item_at(scheme, chosen)
    form = _form(request, scheme, chosen[:-1], item)

    def save() -> str:
        changed, new = form.changed(scheme)
        renamed = (
            {item.code: new.code}
            if isinstance(item, SubCriterion) and isinstance(new, SubCriterion)
            else {}
        )
        _write(request, row, put(changed, chosen, new), form, renamed)
        return _("The change is saved.")

    if _is_sent(request) and done(request, form, save):
        return edit_page(row, chosen)
    code = code_at(scheme, chosen)
    given = {"place": dotted(chosen), "code": code, "item": item}
    return _page(request, row, form, given)


def part_add(request: HttpRequest, scheme_id: UUID, place: str = "") -> HttpResponse:
    """Add a part below a place, or a criterion."""
    row = draft_scheme(request, scheme_id)
    scheme = load_scheme(row)
    holder = place_in(scheme, place) if place else ()
    not_found_unless(len(holder) < DEEPEST)
    form = _form(request, scheme, holder, None)

    def save() -> str:
        changed, new = form.changed(scheme)
        added = add(changed, holder, new)
        _write(request, row, added, form, {})
        place = (*holder, len(items_below(added, holder)))
        return _("%(code)s is added.") % {"code": code_at(added, place)}

    if _is_sent(request) and done(request, form, save):
        if "another" in request.POST:
            return redirect("scoring:scheme-part-add", row.pk, place)
        return edit_page(row, (*holder, len(items_below(scheme, holder)) + 1))
    code = code_at(scheme, holder) if holder else ""
    return _page(request, row, form, {"place": place, "code": code, "item": None})


def _form(
    request: HttpRequest, scheme: Scheme, holder: Place, item: Item | None
) -> PartForm:
    """Return the form of an item; what is only shown again is not checked."""
    kind: Any = _FORMS[len(holder) + 1]
    above = item_at(scheme, holder) if holder else scheme
    is_shown = request.method == "POST" and "show" in request.POST
    data = None if is_shown else request.POST or None
    form: PartForm = kind(data, scheme=scheme, item=item, holder=above)
    if is_shown and isinstance(form, AspectForm):
        form.refill(request.POST)
    return form


def _is_sent(request: HttpRequest) -> bool:
    return request.method == "POST" and "show" not in request.POST


def _write(
    request: HttpRequest,
    row: MarkingScheme,
    scheme: Scheme,
    form: PartForm,
    renamed: Mapping[str, str],
) -> None:
    edit_scheme(
        marking_scheme=row,
        scheme=scheme,
        version=form.cleaned_data["version"],
        renamed=renamed,
        by=user_of(request),
        at=timezone.now(),
    )


def _page(
    request: HttpRequest, row: MarkingScheme, form: PartForm, given: dict[str, Any]
) -> HttpResponse:
    form.initial.setdefault("version", row.edit_version)
    is_aspect = isinstance(form, AspectForm)
    template = "aspect_form" if is_aspect else "part_form"
    context = places_of(row.component) | given | {"marking_scheme": row, "form": form}
    return render(request, f"scoring/{template}.html", context)
