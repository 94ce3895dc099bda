"""The awards of a first result: looked at name by name, then made."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import ngettext

from certificates.forms.renewal import MakingForm
from certificates.permissions import can_manage_awards
from certificates.queries.award_changes import earlier_certificates
from certificates.queries.awards import foreseen_awards, number_of_each
from certificates.queries.policies import policy_of
from certificates.queries.title_rows import title_rows
from certificates.services.awards import NoPolicy, NotPublished, make_awards
from competitions.models import Event
from competitions.views.acting import done
from competitions.views.signed_in import user_of
from people.access import not_found_unless
from scoring.queries.results import published_list


def awards_make(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Show who gets what under the policy, then give it."""
    event = get_object_or_404(Event.objects.select_related("competition"), pk=event_id)
    not_found_unless(can_manage_awards(request.user, event))
    result_list, policy = published_list(event.pk), policy_of(event)
    if result_list is None or policy is None:
        refusal = NotPublished if result_list is None else NoPolicy
        messages.error(request, str(refusal.sentence))
        return redirect("certificates:award-list", event.pk)
    if result_list.awards.exists():
        return redirect("certificates:award-list", event.pk)
    if earlier_certificates(result_list).exists():
        return redirect("certificates:award-changes", event.pk)
    form = MakingForm(
        request.POST or None,
        initial={"result_list": result_list.pk, "policy": policy.pk},
    )

    def make() -> str:
        made = make_awards(**form.cleaned_data, by=user_of(request), at=timezone.now())
        return ngettext(
            "%(number)s award is made.", "%(number)s awards are made.", len(made.awards)
        ) % {"number": len(made.awards)}

    if done(request, form, make):
        return redirect("certificates:award-list", event.pk)
    rows = foreseen_awards(result_list, policy)
    context = {
        "form": form,
        "event": event,
        "competition": event.competition,
        "result_list": result_list,
        "policy": policy,
        "rows": rows,
        "counts": number_of_each(rows),
        "titles": title_rows(result_list, policy),
    }
    return render(request, "certificates/awards_make.html", context)
