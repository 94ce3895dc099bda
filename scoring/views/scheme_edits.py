"""A draft is edited by hand: the page with its tree, its head and its sections."""

from dataclasses import replace
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from competitions.services.refusal import Refusal
from competitions.views.acting import done
from competitions.views.signed_in import user_of
from scoring.forms.scheme_rows import SectionFormSet
from scoring.forms.schemes import SchemeForm, VersionForm
from scoring.queries.scheme_history import removed_from
from scoring.queries.scheme_occasion import occasion_of
from scoring.queries.schemes import load_scheme
from scoring.rules.scheme_changes import move_down, move_up
from scoring.scheme_page import page_of
from scoring.scheme_removed import removed_line
from scoring.services.scheme_edit import edit_scheme
from scoring.views.scheme_access import draft_scheme, place_in, places_of

_STEPS = {"up": move_up, "down": move_down}


@require_safe
def scheme_edit(request: HttpRequest, scheme_id: UUID) -> HttpResponse:
    """Show the tree with everything that can be changed in it."""
    row = draft_scheme(request, scheme_id)
    scheme = load_scheme(row)
    context = places_of(row.component) | {
        "marking_scheme": row,
        "page": page_of(scheme, occasion_of(row.component.stage.event)),
        "removed": removed_line(scheme, removed_from(row)),
        "is_editing": True,
    }
    return render(request, "scoring/scheme_edit.html", context)


def scheme_head(request: HttpRequest, scheme_id: UUID) -> HttpResponse:
    """Change what a scheme is called and how its judges are combined."""
    row = draft_scheme(request, scheme_id)
    initial = {
        "version": row.edit_version,
        "skill": row.skill,
        "combine_at": row.combine_at,
        "drops_extremes": row.drops_extremes,
    }
    form = SchemeForm(request.POST or None, initial=initial)

    def save() -> str:
        typed = dict(form.cleaned_data)
        version = typed.pop("version")
        edit_scheme(
            marking_scheme=row,
            scheme=replace(load_scheme(row), **typed),
            version=version,
            by=user_of(request),
            at=timezone.now(),
        )
        return _("The scheme is saved.")

    if request.method == "POST" and done(request, form, save):
        return redirect("scoring:scheme-edit", row.pk)
    context = places_of(row.component) | {"marking_scheme": row, "form": form}
    return render(request, "scoring/scheme_head.html", context)


def scheme_sections(request: HttpRequest, scheme_id: UUID) -> HttpResponse:
    """Change the list of standards sections with their declared marks."""
    row = draft_scheme(request, scheme_id)
    scheme = load_scheme(row)
    rows = SectionFormSet(
        request.POST or None,
        initial=[
            {"number": each.number, "name": each.name, "declared": each.declared}
            for each in scheme.sections
        ],
    )
    version = VersionForm(request.POST or None, initial={"version": row.edit_version})

    def save() -> str:
        sections = tuple(form.section() for form in rows if form.is_wanted())
        edit_scheme(
            marking_scheme=row,
            scheme=replace(scheme, sections=sections),
            version=version.cleaned_data["version"],
            by=user_of(request),
            at=timezone.now(),
        )
        return _("The standards sections are saved.")

    if request.method == "POST" and rows.is_valid() and done(request, version, save):
        return redirect("scoring:scheme-edit", row.pk)
    context = places_of(row.component) | {
        "marking_scheme": row,
        "form": version,
        "rows": rows,
    }
    return render(request, "scoring/scheme_sections.html", context)


@require_POST
def scheme_step(
    request: HttpRequest, scheme_id: UUID, place: str, step: str
) -> HttpResponse:
    """Move a part of the tree up or down."""
    row = draft_scheme(request, scheme_id)
    scheme = load_scheme(row)
    chosen = place_in(scheme, place)
    try:
        edit_scheme(
            marking_scheme=row,
            scheme=_STEPS[step](scheme, chosen),
            version=VersionForm.version_of(request.POST),
            by=user_of(request),
            at=timezone.now(),
        )
    except Refusal as refusal:
        messages.error(request, str(refusal))
        if "HX-Request" in request.headers:
            # Only the whole page shows messages; a part of it would swallow this one.
            address = reverse("scoring:scheme-edit", args=(row.pk,))
            return HttpResponse(headers={"HX-Redirect": address})
    return redirect("scoring:scheme-edit", row.pk)
