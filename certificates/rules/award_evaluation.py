"""Awards of an event: prizes, medals and titles that a policy gives to its result.

- [x] the same result and policy always give the same decisions in the same order
- [x] every decision carries its explanation, refusals of titles included
"""

from certificates.rules.award_facts import AwardDecision, EventOutcome
from certificates.rules.award_policy import AwardPolicy
from certificates.rules.award_prizes import medals, prizes
from certificates.rules.award_titles import titles


def evaluate(policy: AwardPolicy, outcome: EventOutcome) -> list[AwardDecision]:
    """Return every decision of a policy on the result of one event."""
    return [
        *prizes(policy, outcome),
        *medals(policy, outcome),
        *titles(policy, outcome),
    ]
