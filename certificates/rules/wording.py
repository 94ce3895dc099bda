"""The words of a certificate, composed from facts before anything is drawn.

Source: usual wording of Chinese certificates of honour: recipient, event, result,
closing formula; 同志 for workers, 同学 for students, 老师 for teachers.

- [x] prize certificates for one person and for a member of a team
- [x] an event is not named twice where the competition bears its name
- [x] title certificates, which name the decision document and its number
- [x] Chinese and English; what has no English name keeps its Chinese one
- [x] one English line for the foot of a Chinese sheet, when every name has English
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Language(StrEnum):
    """The language a certificate is written in."""

    CHINESE = "zh"
    ENGLISH = "en"


class Group(StrEnum):
    """The group an entry competed in."""

    WORKERS = "workers"
    STUDENTS = "students"
    TEACHERS = "teachers"
    OPEN = "open"


SALUTATIONS: Final = {Group.STUDENTS: "同学", Group.TEACHERS: "老师"}
GROUPS: Final = {
    Group.WORKERS: "职工组",
    Group.STUDENTS: "学生组",
    Group.TEACHERS: "教师组",
}
GROUPS_EN: Final = {
    Group.WORKERS: "Workers",
    Group.STUDENTS: "Students",
    Group.TEACHERS: "Teachers",
}


@dataclass(frozen=True)
class Naming:
    """What something is called in Chinese and, where there is one, in English."""

    chinese: str
    english: str = ""

    def within(self, language: Language) -> str:
        """Return the name in a language, the Chinese one when there is no other."""
        return (self.english if language is Language.ENGLISH else "") or self.chinese


@dataclass(frozen=True)
class PrizeFacts:
    """What a prize certificate says; ``team`` is empty for a single competitor.

    ``is_only_event`` tells that the competition has no other event.
    """

    person: Naming
    competition: Naming
    event: Naming
    prize: Naming
    group: Group = Group.OPEN
    team: str = ""
    is_only_event: bool = False

    def names_event_in(self, language: Language) -> bool:
        """Tell whether the competition's name names the event already.

        Only where it is the competition of that event alone: 钳工 has to be named in
        a competition of 钳工 and 焊工.
        """
        event = self.event.within(language)
        return self.is_only_event and event in self.competition.within(language)


@dataclass(frozen=True)
class TitleFacts:
    """What a title certificate says; the document is the one that grants the title."""

    person: Naming
    title: Naming
    document_title: str
    document_number: str
    group: Group = Group.WORKERS


@dataclass(frozen=True)
class CertificateText:
    """The words in the order in which they stand on the sheet."""

    salutation: str
    body: str
    award: str
    closing: str


def word_prize(facts: PrizeFacts, language: Language) -> CertificateText:
    """Return the words of a prize certificate."""
    if language is Language.ENGLISH:
        return _word_prize_in_english(facts)
    group = GROUPS.get(facts.group, "")
    bracketed = f"（{group}）" if group else ""
    team = f"代表“{facts.team}”" if facts.team else ""
    if facts.names_event_in(Language.CHINESE):
        won_in = f"{facts.competition.chinese}{bracketed}中"
    else:
        event = facts.event.chinese
        won_in = f"{facts.competition.chinese}“{event}”{bracketed}赛项中"
    return CertificateText(
        salutation=_salute(facts.person, facts.group),
        body=f"{team}在{won_in}荣获",
        award=facts.prize.chinese,
        closing="特发此证，以资鼓励。",
    )


def word_title(facts: TitleFacts, language: Language) -> CertificateText:
    """Return the words of a title certificate."""
    if language is Language.ENGLISH:
        return _word_title_in_english(facts)
    return CertificateText(
        salutation=_salute(facts.person, facts.group),
        body=f"根据{_document(facts)}，授予你",
        award=f"{facts.title.chinese}称号",
        closing="特颁此证。",
    )


def one_line(facts: PrizeFacts | TitleFacts) -> str:
    """Return the English words as one line; empty when a name has no English."""
    names: tuple[Naming, ...]
    if isinstance(facts, PrizeFacts):
        names = (facts.person, facts.competition, facts.event, facts.prize)
        text = _word_prize_in_english(facts)
    else:
        names = (facts.person, facts.title)
        text = _word_title_in_english(facts)
    if not all(name.english for name in names):
        return ""
    return f"{text.salutation} {text.body} {text.award}. {text.closing}"


def _document(facts: TitleFacts) -> str:
    """Name the document; a number that has brackets of its own gets none around it."""
    number = facts.document_number
    if not facts.document_title:
        return number
    title = f"《{facts.document_title}》"
    return f"{number}{title}" if "（" in number else f"{title}（{number}）"


def _salute(person: Naming, group: Group) -> str:
    return f"{person.chinese} {SALUTATIONS.get(group, '同志')}："


def _word_prize_in_english(facts: PrizeFacts) -> CertificateText:
    language = Language.ENGLISH
    group = GROUPS_EN.get(facts.group, "")
    bracketed = f" ({group})" if group else ""
    team = f"as a member of {facts.team} " if facts.team else ""
    competition = facts.competition.within(language)
    if facts.names_event_in(language):
        won_in = f"at the {competition}{bracketed}"
    else:
        event = facts.event.within(language)
        won_in = f"in the event {event}{bracketed} at the {competition}"
    return CertificateText(
        salutation=facts.person.within(language),
        body=f"has been awarded {team}{won_in} the",
        award=facts.prize.within(language),
        closing="In recognition of outstanding skill.",
    )


def _word_title_in_english(facts: TitleFacts) -> CertificateText:
    language = Language.ENGLISH
    document = facts.document_number or facts.document_title
    return CertificateText(
        salutation=facts.person.within(language),
        body=f"is granted by decision {document} the title",
        award=facts.title.within(language),
        closing="In recognition of outstanding skill.",
    )
