"""The titles of the register: proposed, granted, revoked."""

from django.db.models import Count, QuerySet

from certificates.enums import CertificateStatus, GrantState
from certificates.models import TitleGrant


def title_grants(state: str, text: str = "") -> QuerySet[TitleGrant]:
    """Return the grants in a state, the latest first, narrowed by a name."""
    found = TitleGrant.objects.filter(state=state).select_related(
        "person__organisation",
        "title_type",
        "entry__event__competition",
    )
    if text:
        found = found.filter(person__name__icontains=text)
    return found.order_by("-granted_on", "-created_at", "person__name")


def counts_by_state() -> dict[str, int]:
    """Return how many grants are in each state."""
    counted = TitleGrant.objects.values("state").annotate(number=Count("pk"))
    found = {row["state"]: row["number"] for row in counted.order_by()}
    return {state: found.get(state, 0) for state in GrantState.values}


def without_certificate() -> QuerySet[TitleGrant]:
    """Return granted titles that have no valid certificate yet."""
    return TitleGrant.objects.filter(state=GrantState.GRANTED).exclude(
        certificates__status=CertificateStatus.VALID
    )
