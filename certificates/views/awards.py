"""The awards of an event: the policy, what it gives, and the certificates."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from certificates.forms.policies import ChoiceForm
from certificates.models import AwardPolicy
from certificates.permissions import (
    can_grant_titles,
    can_issue_certificates,
    can_manage_awards,
)
from certificates.policy_words import policy_sentences
from certificates.queries.award_changes import earlier_certificates
from certificates.queries.awards import (
    applied_policy,
    foreseen_awards,
    made_awards,
    open_awards,
)
from certificates.queries.certificates import (
    awards_without_certificate,
    in_roster_order,
)
from certificates.queries.policies import policy_of
from certificates.queries.title_rows import title_rows
from certificates.services.open_awards import give_open_award
from certificates.services.policies import choose_policy
from competitions.models import Event
from competitions.views.acting import told
from competitions.views.signed_in import user_of
from people.access import not_found_unless
from scoring.models import ResultList
from scoring.queries.results import published_list


@require_safe
def award_list(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Show what the policy of an event gives to its published result."""
    event = _event(request, event_id)
    result_list = published_list(event.pk)
    applied = applied_policy(result_list) if result_list else None
    policy = applied or policy_of(event)
    context = {
        "event": event,
        "competition": event.competition,
        "policy": policy,
        "sentences": policy_sentences(policy.rules) if policy else [],
        "result_list": result_list,
        "choice_form": ChoiceForm(initial={"policy": policy}),
        "can_issue": can_issue_certificates(request.user, event),
        "can_grant": can_grant_titles(request.user),
        **(_outcome(result_list, policy) if result_list and policy else {}),
    }
    return render(request, "certificates/award_list.html", context)


@require_POST
def policy_choose(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Let the event follow another policy."""
    event = _event(request, event_id)
    form = ChoiceForm(request.POST)

    def choose() -> str:
        choose_policy(
            event=event,
            policy=form.cleaned_data["policy"],
            by=user_of(request),
            at=timezone.now(),
        )
        return _("The event follows this policy now.")

    if form.is_valid():
        told(request, choose)
    return redirect("certificates:award-list", event.pk)


@require_POST
def award_give(request: HttpRequest, event_id: UUID, entry_id: UUID) -> HttpResponse:
    """Give an award that a shared last place left open."""
    event = _event(request, event_id)
    entry = get_object_or_404(event.entries, pk=entry_id)

    def give() -> str:
        award = give_open_award(
            entry=entry,
            code=request.POST.get("code", ""),
            by=user_of(request),
            at=timezone.now(),
        )
        return _("%(award)s is given.") % {"award": award.display_name}

    told(request, give)
    return redirect("certificates:award-list", event.pk)


def _outcome(result_list: ResultList, policy: AwardPolicy) -> dict[str, Any]:
    made = made_awards(result_list)
    return {
        "is_made": bool(made),
        "changes_certificates": not made and earlier_certificates(result_list).exists(),
        "rows": [*made, *open_awards(result_list, policy)]
        if made
        else foreseen_awards(result_list, policy),
        "titles": title_rows(result_list, policy),
        "without_certificate": awards_without_certificate(result_list.event_id).count(),
        "number_of_certificates": in_roster_order(result_list.event_id).count(),
    }


def _event(request: HttpRequest, event_id: UUID) -> Event:
    event = get_object_or_404(Event.objects.select_related("competition"), pk=event_id)
    not_found_unless(can_manage_awards(request.user, event))
    return event
