"""Award policies: read in plain words, written as a form, versioned."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from certificates.forms.policies import PolicyForms
from certificates.models import AwardPolicy
from certificates.permissions import can_edit_policies, can_see_policies
from certificates.policy_words import policy_sentences
from certificates.queries.policies import policies
from certificates.rules.stored_fields import InvalidPolicy
from certificates.services.policies import save_policy
from competitions.services.refusal import Refusal
from competitions.views.signed_in import user_of
from people.access import not_found_unless
from people.sentences import in_words


@require_safe
def policy_list(request: HttpRequest) -> HttpResponse:
    """Show every policy with its versions."""
    not_found_unless(can_see_policies(request.user))
    context = {
        "policies": policies(),
        "can_edit": can_edit_policies(request.user),
    }
    return render(request, "certificates/policy_list.html", context)


@require_safe
def policy_detail(request: HttpRequest, policy_id: UUID) -> HttpResponse:
    """Show one version of a policy in plain words."""
    not_found_unless(can_see_policies(request.user))
    policy = get_object_or_404(policies(), pk=policy_id)
    context = {
        "policy": policy,
        "sentences": policy_sentences(policy.rules),
        "can_edit": can_edit_policies(request.user),
    }
    return render(request, "certificates/policy_detail.html", context)


def policy_add(request: HttpRequest) -> HttpResponse:
    """Write a new policy."""
    not_found_unless(can_edit_policies(request.user))
    return _edit(request, None)


def policy_edit(request: HttpRequest, policy_id: UUID) -> HttpResponse:
    """Change a draft, or make the next version of a policy that is fixed."""
    not_found_unless(can_edit_policies(request.user))
    return _edit(request, get_object_or_404(AwardPolicy, pk=policy_id))


def _edit(request: HttpRequest, policy: AwardPolicy | None) -> HttpResponse:
    forms = PolicyForms(request.POST or None, policy)
    if request.method == "POST" and forms.is_valid():
        saved = _save(request, forms, policy)
        if saved:
            messages.success(request, _("The policy is saved."))
            return redirect("certificates:policy-detail", saved.pk)
    context = {
        "policy": policy,
        "form": forms.form,
        "prizes": forms.prizes,
        "medals": forms.medals,
        "titles": forms.titles,
    }
    return render(request, "certificates/policy_form.html", context)


def _save(
    request: HttpRequest, forms: PolicyForms, policy: AwardPolicy | None
) -> AwardPolicy | None:
    try:
        return save_policy(
            policy=policy,
            details=forms.details(),
            by=user_of(request),
            at=timezone.now(),
        )
    except InvalidPolicy as broken:
        forms.form.add_error(None, in_words(broken.sentence))
    except Refusal as refusal:
        forms.form.add_error(None, str(refusal))
    return None
