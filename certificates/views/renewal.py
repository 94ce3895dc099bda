"""What a new version of the result changes, and the one act that makes it so."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from certificates.forms.renewal import RenewalForm
from certificates.permissions import can_grant_titles, can_manage_awards
from certificates.queries.award_changes import change_rows
from certificates.queries.policies import policy_of
from certificates.queries.title_rows import lost_titles
from certificates.services.renewal import renew_awards
from competitions.models import Event
from competitions.views.acting import done
from competitions.views.signed_in import user_of
from people.access import not_found_unless
from scoring.queries.results import published_list


def award_changes(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Show who keeps, loses and gains an award, then make the awards anew."""
    event = get_object_or_404(Event.objects.select_related("competition"), pk=event_id)
    not_found_unless(can_manage_awards(request.user, event))
    result_list, policy = published_list(event.pk), policy_of(event)
    if result_list is None or policy is None:
        raise Http404
    if result_list.awards.exists():
        return redirect("certificates:award-list", event.pk)
    rows = change_rows(result_list, policy)
    revoked = sum(len(row.certificates) for row in rows if not row.is_kept)
    form = RenewalForm(
        request.POST or None,
        initial={"result_list": result_list.pk, "policy": policy.pk},
        revokes=bool(revoked),
    )

    def renew() -> str:
        renewal = renew_awards(
            **form.cleaned_data, by=user_of(request), at=timezone.now()
        )
        return _(
            "The awards are made anew: %(kept)s certificates stay valid, %(revoked)s"
            " are revoked."
        ) % {"kept": renewal.kept, "revoked": renewal.revoked}

    if done(request, form, renew):
        return redirect("certificates:award-list", event.pk)
    context = {
        "form": form,
        "event": event,
        "competition": event.competition,
        "result_list": result_list,
        "rows": rows,
        "revoked": revoked,
        "kept": sum(len(row.certificates) for row in rows if row.is_kept),
        "titles": lost_titles(result_list, policy),
        "can_grant": can_grant_titles(request.user),
    }
    return render(request, "certificates/award_changes.html", context)
