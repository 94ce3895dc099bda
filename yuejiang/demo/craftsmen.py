"""Targets of the demo's year, and craftsmen whom other bodies named."""

from datetime import date, datetime, timedelta
from random import Random
from typing import Final

from craftsmen.models import Indicator, Target
from people.enums import CredentialKind, CredentialSource
from people.services import CredentialFacts, record_credentials
from yuejiang.demo.cast import ACTOR, Cast

# The city's four yearly targets, in the order of the indicators.
TARGETS: Final = (50, 100, 100, 300)
# Craftsmen are named by the union and the youth league: here they are only recorded.
NAMED_ELSEWHERE: Final = (("shaoxing-craftsman", 76), ("shaoxing-young-craftsman", 214))


def set_targets(*, today: date) -> None:
    """Set this year's targets where the installation has none."""
    for indicator, value in zip(
        Indicator.objects.order_by("position"), TARGETS, strict=True
    ):
        Target.objects.get_or_create(
            indicator=indicator,
            year=today.year,
            defaults={"value": value, "document_number": "示例文件"},
        )


def record_craftsmen(cast: Cast, random: Random, today: date, at: datetime) -> None:
    """Write this year's craftsmen into the dossiers of people of the demo."""
    facts = []
    for code, number in NAMED_ELSEWHERE:
        indicator = Indicator.objects.get(code=code)
        first_day = max(date(today.year, 1, 1), today - timedelta(days=240))
        for index, person in enumerate(random.sample(cast.entrants, number)):
            facts.append(
                CredentialFacts(
                    person=person,
                    kind=CredentialKind.TITLE,
                    code=code,
                    name=indicator.name,
                    name_en=indicator.name_en,
                    issued_on=first_day + (today - first_day) * (index % 5) // 5,
                    document_number=f"示例〔{today.year}〕{index % 5 + 1}号",
                    issuer="绍兴市总工会"
                    if code == "shaoxing-craftsman"
                    else "共青团绍兴市委",
                    source=CredentialSource.EXTERNAL,
                    source_key=f"demo:{code}:{index}",
                )
            )
    record_credentials(facts=facts, actor=ACTOR, at=at)
