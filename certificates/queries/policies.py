"""Which award policy an event follows."""

from certificates.models import AwardPolicy, PolicyChoice
from competitions.enums import CompetitionClass, Level
from competitions.models import Event

WORLDSKILLS = "worldskills-medals"
FIRST_CLASS = "city-first-class"
SECOND_CLASS = "city-second-class"


def policy_of(event: Event) -> AwardPolicy | None:
    """Return the policy chosen for an event, else the newest that suits its level."""
    choice = PolicyChoice.objects.filter(event=event).select_related("policy").first()
    if choice:
        return choice.policy
    return (
        AwardPolicy.objects.filter(code=usual_code(event)).order_by("-version").first()
    )


def usual_code(event: Event) -> str:
    """Return the code of the policy that events of this kind usually follow."""
    if event.skill_number and event.competition.level in (Level.WORLD, Level.NATIONAL):
        return WORLDSKILLS
    if event.competition.competition_class == CompetitionClass.SECOND:
        return SECOND_CLASS
    return FIRST_CLASS
