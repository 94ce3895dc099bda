"""The titles of the register: proposed, granted, revoked."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, QuerySet

from certificates.enums import CertificateStatus, GrantState
from certificates.models import TitleGrant


def title_grants(state: str, text: str = "") -> QuerySet[TitleGrant]:
    """Return the grants in a state, the latest first, narrowed by a name.

    ``is_held`` tells of a proposal whose person holds the title from another event.
    """
    found = (
        TitleGrant.objects.filter(state=state)
        .annotate(is_held=Exists(_held()))
        .select_related(
            "person__organisation",
            "title_type",
            "entry__event__competition",
        )
    )
    if text:
        found = found.filter(person__name__icontains=text)
    return found.order_by("-granted_on", "-created_at", "person__name")


def grants_to_decide(
    grant_ids: Sequence[UUID],
) -> tuple[list[TitleGrant], list[TitleGrant]]:
    """Return which of some proposals can be granted now, and which are left out.

    A title is held once: who earned it in two events is granted it for the first.
    """
    proposed = title_grants(GrantState.ELIGIBLE).filter(pk__in=grant_ids)
    first: dict[tuple[UUID, int], TitleGrant] = {}
    for grant in proposed.filter(~Exists(_held())).order_by("created_at", "pk"):
        first.setdefault((grant.person_id, grant.title_type_id), grant)
    possible = {grant.pk for grant in first.values()}
    chosen = list(proposed)
    return (
        [grant for grant in chosen if grant.pk in possible],
        [grant for grant in chosen if grant.pk not in possible],
    )


def counts_by_state() -> dict[str, int]:
    """Return how many grants are in each state."""
    counted = TitleGrant.objects.values("state").annotate(number=Count("pk"))
    found = {row["state"]: row["number"] for row in counted.order_by()}
    return {state: found.get(state, 0) for state in GrantState.values}


def _held() -> QuerySet[TitleGrant]:
    """Return what the person of an outer grant holds of the same title."""
    return TitleGrant.objects.filter(
        person=OuterRef("person"),
        title_type=OuterRef("title_type"),
        state=GrantState.GRANTED,
    )


def without_certificate() -> QuerySet[TitleGrant]:
    """Return granted titles that have no valid certificate yet, by decision."""
    return (
        TitleGrant.objects.filter(state=GrantState.GRANTED)
        .exclude(certificates__status=CertificateStatus.VALID)
        .select_related("person__organisation", "title_type", "entry__event")
        .order_by("granted_on", "entry__number", "pk")
    )
