"""Who and what a story is about: random in each run, and nothing of the apps."""

from dataclasses import dataclass, field
from random import Random

from tests.identity_numbers import number_of

SURNAMES = "王李张刘陈杨赵黄周吴徐孙朱马胡郭林何高梁"
GIVEN = "敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英"
RARE = ("钱𬭎", "阿依古丽·买买提", "A<B & C")
PASSWORD = "correct horse battery staple"
PIN = "385274"
UNITS = ("绍兴甲机械有限公司", "绍兴乙机械有限公司")
SCHOOL = "绍兴丙技师学院"


@dataclass
class Account:
    """Somebody who signs in; the first password is shown once and kept here."""

    name: str
    username: str
    password: str = PASSWORD


@dataclass(frozen=True)
class Competitor:
    """A person as typed on an entry form or in a spreadsheet."""

    name: str
    identity_number: str
    unit: str


@dataclass
class Story:
    """Everything one run invents, and the addresses it comes to know on its way."""

    random: Random
    competition: str
    event: str
    founder: Account
    officer: Account
    organiser: Account
    chief: Account
    judges: list[Account]
    competitors: list[Competitor]
    places: dict[str, str] = field(default_factory=dict)

    @property
    def event_id(self) -> str:
        """Return the key of the event, once it exists."""
        return self.places["event"]


def invent(seed: int) -> Story:
    """Make a story; the same seed tells the same one."""
    random = Random(seed)
    names = _names(random, 10)
    rare = random.choice(RARE)
    people = [rare, *names[5:9]]
    return Story(
        random=random,
        competition=f"绍兴市第{random.randint(1, 999)}届技能竞赛",
        event=f"装配钳工{random.randint(1, 999)}",
        founder=Account(name="founder", username="founder"),
        officer=Account(name=names[0], username="officer1"),
        organiser=Account(name=names[1], username="organiser1"),
        chief=Account(name=names[2], username="chief1"),
        judges=[
            Account(name=name, username=f"judge{number}")
            for number, name in enumerate((*names[3:5], names[9]), start=1)
        ],
        competitors=[
            Competitor(name, number_of(random.randrange(5_000)), unit)
            for name, unit in zip(people, UNITS * 3, strict=False)
        ],
    )


def _names(random: Random, number: int) -> list[str]:
    """Return that many different names."""
    found: dict[str, None] = {}
    while len(found) < number:
        given = "".join(random.sample(GIVEN, random.randint(1, 2)))
        found[random.choice(SURNAMES) + given] = None
    return list(found)
