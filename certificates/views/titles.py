"""The register of titles: who is proposed, who holds one, by which document."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _, ngettext
from django.views.decorators.http import require_POST, require_safe
from django_tables2 import RequestConfig

from certificates.enums import GrantState
from certificates.forms.titles import GrantForm, RevokeForm, TitleSearchForm
from certificates.permissions import can_grant_titles
from certificates.queries.titles import (
    counts_by_state,
    grants_to_decide,
    title_grants,
    without_certificate,
)
from certificates.services.titles import grant_titles, revoke_title
from certificates.tables import TitleTable
from competitions.views.acting import done, ticked
from competitions.views.signed_in import user_of
from people.access import not_found_unless

PAGE_SIZE = 50


@require_safe
def title_list(request: HttpRequest) -> HttpResponse:
    """Show the titles in one state, proposed ones first."""
    not_found_unless(can_grant_titles(request.user))
    counts = counts_by_state()
    state = request.GET.get("state", "")
    if state not in counts:
        state = GrantState.ELIGIBLE if counts["eligible"] else GrantState.GRANTED
    form = TitleSearchForm({"q": request.GET.get("q", ""), "state": state})
    text = form.cleaned_data.get("q", "") if form.is_valid() else ""
    table = TitleTable(title_grants(state, text))
    table.exclude = _left_out(state)
    RequestConfig(request, paginate={"per_page": PAGE_SIZE}).configure(table)
    context = {
        "table": table,
        "form": form,
        "state": state,
        "is_narrowed": bool(text),
        "tabs": [(each.value, each.label, counts[each]) for each in GrantState],
        "without_certificate": without_certificate().count(),
    }
    return render(request, "certificates/title_list.html", context)


@require_POST
def titles_grant(request: HttpRequest) -> HttpResponse:
    """Ask for the decision document, then grant the selected titles by it."""
    not_found_unless(can_grant_titles(request.user))
    chosen, left_out = grants_to_decide(ticked(request, "grant"))
    if not chosen:
        messages.warning(request, _("Select the persons first."))
        return redirect("certificates:title-list")
    form = GrantForm(
        request.POST if "document_number" in request.POST else None,
        initial={"granted_on": timezone.localdate()},
    )

    def grant() -> str:
        granted = grant_titles(
            grants=chosen, **form.cleaned_data, by=user_of(request), at=timezone.now()
        )
        return ngettext(
            "%(number)s title is granted and stands in the dossier.",
            "%(number)s titles are granted and stand in the dossiers.",
            len(granted),
        ) % {"number": len(granted)}

    if form.is_bound and done(request, form, grant):
        return redirect(f"{reverse('certificates:title-list')}?state=granted")
    context = {"form": form, "grants": chosen, "left_out": left_out}
    return render(request, "certificates/titles_grant.html", context)


def title_revoke(request: HttpRequest, grant_id: UUID) -> HttpResponse:
    """Take a title back with a reason."""
    not_found_unless(can_grant_titles(request.user))
    grant = get_object_or_404(title_grants(GrantState.GRANTED), pk=grant_id)
    form = RevokeForm(
        request.POST or None, initial={"revoked_on": timezone.localdate()}
    )

    def revoke() -> str:
        revoke_title(
            grant=grant, **form.cleaned_data, by=user_of(request), at=timezone.now()
        )
        return _("The title is revoked, its certificate with it.")

    if done(request, form, revoke):
        return redirect(f"{reverse('certificates:title-list')}?state=revoked")
    return render(
        request, "certificates/title_revoke.html", {"form": form, "grant": grant}
    )


def _left_out(state: str) -> tuple[str, ...]:
    """Return the columns that a state has nothing to say in."""
    if state == GrantState.ELIGIBLE:
        return ("document", "actions")
    return (
        ("select", "why", "actions")
        if state == GrantState.REVOKED
        else (
            "select",
            "why",
        )
    )
