"""Award policies, and which of them an event follows."""

from django.db.models import Count, QuerySet

from certificates.enums import PolicyStatus
from certificates.models import AwardPolicy, PolicyChoice
from competitions.enums import CompetitionClass, Level
from competitions.models import Event

WORLDSKILLS = "worldskills-medals"
FIRST_CLASS = "city-first-class"
SECOND_CLASS = "city-second-class"


def policy_of(event: Event) -> AwardPolicy | None:
    """Return the policy chosen for an event, else the one that suits its level.

    That is the newest version in force, and as long as there is none, the sample.
    """
    choice = PolicyChoice.objects.filter(event=event).select_related("policy").first()
    if choice:
        return choice.policy
    usual = AwardPolicy.objects.filter(code=usual_code(event)).order_by("-version")
    in_force = usual.filter(status=PolicyStatus.IN_FORCE).first()
    return in_force or usual.filter(status=PolicyStatus.SAMPLE).first()


def usual_code(event: Event) -> str:
    """Return the code of the policy that events of this kind usually follow."""
    if event.skill_number and event.competition.level in (Level.WORLD, Level.NATIONAL):
        return WORLDSKILLS
    if event.competition.competition_class == CompetitionClass.SECOND:
        return SECOND_CLASS
    return FIRST_CLASS


def policies() -> QuerySet[AwardPolicy]:
    """Return every version with the number of awards made under it, newest first."""
    return AwardPolicy.objects.annotate(
        number_of_awards=Count("awards", distinct=True)
    ).order_by("code", "-version")


def policies_to_choose() -> QuerySet[AwardPolicy]:
    """Return what an event may follow: policies in force and samples."""
    return AwardPolicy.objects.filter(
        status__in=(PolicyStatus.IN_FORCE, PolicyStatus.SAMPLE)
    ).order_by("code", "-version")


def is_used(policy: AwardPolicy) -> bool:
    """Tell whether anything was decided by a policy, so that it may not change."""
    return policy.awards.exists() or policy.choices.exists()
