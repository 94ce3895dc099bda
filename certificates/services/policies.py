"""Award policies: written as drafts, put in force, followed by a next version."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.crypto import get_random_string
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from audit.services import record
from audit.streams import REGISTER
from certificates.enums import PolicyStatus
from certificates.models import AwardPolicy, PolicyChoice
from certificates.queries.policies import is_used
from certificates.rules.award_policy_json import from_json, to_json
from certificates.services.trail import record_outcome
from competitions.models import Event
from competitions.services.refusal import Refusal
from people.models import User
from people.services import actor_of

CODE_LENGTH = 40


class DocumentMissing(Refusal):
    """A policy is put in force by a document."""

    sentence = _("A policy in force needs the number of the document it comes from.")


class AwardsMade(Refusal):
    """The policy of an event was applied already."""

    sentence = _(
        "Awards were made under the present policy. Publish a new version of the"
        " result to make them anew."
    )


@dataclass(frozen=True)
class PolicyDetails:
    """A policy as typed; ``rules`` as ``award_policy_json`` reads them."""

    name: str
    name_en: str
    status: PolicyStatus
    document_number: str
    rules: dict[str, Any]


@transaction.atomic
def save_policy(
    *, policy: AwardPolicy | None, details: PolicyDetails, by: User, at: datetime
) -> AwardPolicy:
    """Write a new policy, change a draft, or make the next version of what is fixed.

    Raises DocumentMissing, and InvalidPolicy with a sentence that names the field.
    """
    if details.status == PolicyStatus.IN_FORCE and not details.document_number.strip():
        raise DocumentMissing
    saved = _row(policy, details, at)
    saved.name, saved.name_en = details.name.strip(), details.name_en.strip()
    saved.status = details.status
    saved.document_number = details.document_number.strip()
    saved.rules = to_json(from_json(details.rules))
    saved.save()
    record(
        stream=REGISTER,
        actor=actor_of(by),
        action="policy.saved",
        object_id=f"policy:{saved.pk}",
        payload={
            "name": saved.name,
            "version": saved.version,
            "document": saved.document_number,
        },
        at=at,
    )
    return saved


@transaction.atomic
def choose_policy(
    *, event: Event, policy: AwardPolicy, by: User, at: datetime
) -> PolicyChoice:
    """Let an event follow a policy, as long as no award was made for its result."""
    event = Event.objects.select_for_update().get(pk=event.pk)
    if event.result_lists.filter(awards__isnull=False, state="published").exists():
        raise AwardsMade
    choice, _created = PolicyChoice.objects.update_or_create(
        event=event, defaults={"policy": policy}
    )
    record_outcome(
        event_id=event.pk,
        action="policy.chosen",
        object_id=f"event:{event.pk}",
        payload={"name": policy.name, "version": policy.version},
        by=by,
        at=at,
    )
    return choice


def _row(
    policy: AwardPolicy | None, details: PolicyDetails, at: datetime
) -> AwardPolicy:
    if policy is None:
        return AwardPolicy(code=_code(details), version=1, created_at=at)
    policy = AwardPolicy.objects.select_for_update().get(pk=policy.pk)
    if policy.status == PolicyStatus.DRAFT and not is_used(policy):
        return policy
    last = AwardPolicy.objects.filter(code=policy.code).aggregate(last=Max("version"))
    return AwardPolicy(code=policy.code, version=last["last"] + 1, created_at=at)


def _code(details: PolicyDetails) -> str:
    """Return a code nobody uses: the English name, or letters when there is none."""
    code = slugify(details.name_en)[:CODE_LENGTH] or "policy"
    taken = AwardPolicy.objects.filter(code=code).exists()
    return f"{code}-{get_random_string(6).lower()}" if taken else code
