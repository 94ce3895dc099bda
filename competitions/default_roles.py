"""The roles every installation starts with; the office may change the rows."""

from dataclasses import dataclass

from competitions.enums import Capability as C
from competitions.enums import RoleScope


@dataclass(frozen=True)
class DefaultRole:
    """A role as shipped."""

    code: str
    name: str
    name_en: str
    scope: RoleScope
    capabilities: tuple[C, ...]


_ORGANISER = (
    C.COMPETITIONS_SEE,
    C.COMPETITIONS_MANAGE,
    C.ENTRIES_SEE,
    C.ENTRIES_REVIEW,
    C.SCHEMES_EDIT,
    C.DRAWS_RUN,
    C.PANELS_APPOINT,
    C.MARKS_SEE,
    C.RESULTS_CHECK,
    C.RESULTS_PUBLISH,
    C.BOARDS_RUN,
    C.AWARDS_MANAGE,
    C.CERTIFICATES_ISSUE,
)

DEFAULT_ROLES = (
    DefaultRole(
        "administrator",
        "系统管理员",
        "System administrator",
        RoleScope.SYSTEM,
        (
            C.ROLES_ASSIGN,
            C.PEOPLE_SEE,
            C.PEOPLE_EDIT,
            C.COMPETITIONS_SEE,
            C.AUDIT_SEE,
        ),
    ),
    DefaultRole(
        "officer",
        "市局工作人员",
        "Bureau officer",
        RoleScope.SYSTEM,
        (
            C.COMPETITIONS_CREATE,
            *_ORGANISER,
            C.TITLES_GRANT,
            C.PEOPLE_SEE,
            C.PEOPLE_EDIT,
            C.TARGETS_SEE,
            C.TARGETS_EDIT,
            C.AUDIT_SEE,
        ),
    ),
    DefaultRole(
        "organiser", "赛务组织者", "Organiser", RoleScope.COMPETITION, _ORGANISER
    ),
    DefaultRole(
        "chief-judge",
        "裁判长",
        "Chief judge",
        RoleScope.EVENT,
        (C.MARKS_ENTER, C.MARKS_ACCEPT, C.MARKS_SEE, C.RESULTS_CHECK),
    ),
    DefaultRole("judge", "裁判员", "Judge", RoleScope.EVENT, (C.MARKS_ENTER,)),
    DefaultRole(
        "unit-contact",
        "单位联络员",
        "Unit contact",
        RoleScope.SYSTEM,
        (C.ENTRIES_SUBMIT,),
    ),
    DefaultRole("competitor", "选手", "Competitor", RoleScope.SYSTEM, ()),
)
