"""The roles every installation starts with; the office may change the rows."""

from dataclasses import dataclass

from competitions.enums import Capability, RoleScope


@dataclass(frozen=True)
class DefaultRole:
    """A role as shipped."""

    code: str
    name: str
    name_en: str
    scope: RoleScope
    capabilities: tuple[Capability, ...]


_ORGANISER = (
    Capability.COMPETITIONS_SEE,
    Capability.COMPETITIONS_MANAGE,
    Capability.ENTRIES_SEE,
    Capability.ENTRIES_REVIEW,
    Capability.SCHEMES_EDIT,
    Capability.DRAWS_RUN,
    Capability.PANELS_APPOINT,
    Capability.MARKS_SEE,
    Capability.RESULTS_CHECK,
    Capability.RESULTS_PUBLISH,
    Capability.BOARDS_RUN,
    Capability.AWARDS_MANAGE,
    Capability.CERTIFICATES_ISSUE,
)

DEFAULT_ROLES = (
    DefaultRole(
        "administrator",
        "系统管理员",
        "System administrator",
        RoleScope.SYSTEM,
        (
            Capability.ROLES_ASSIGN,
            Capability.PEOPLE_SEE,
            Capability.PEOPLE_EDIT,
            Capability.COMPETITIONS_SEE,
            Capability.AUDIT_SEE,
        ),
    ),
    DefaultRole(
        "officer",
        "市局工作人员",
        "Bureau officer",
        RoleScope.SYSTEM,
        (
            Capability.COMPETITIONS_CREATE,
            *_ORGANISER,
            Capability.TITLES_GRANT,
            Capability.PEOPLE_SEE,
            Capability.PEOPLE_EDIT,
            Capability.TARGETS_SEE,
            Capability.TARGETS_EDIT,
            Capability.AUDIT_SEE,
        ),
    ),
    DefaultRole(
        "organiser", "赛务组织者", "Organiser", RoleScope.COMPETITION, _ORGANISER
    ),
    # Whoever holds it becomes organiser of what he creates, and sees nothing else.
    DefaultRole(
        "competition-creator",
        "赛务组织者（可创建竞赛）",
        "Organiser who creates competitions",
        RoleScope.SYSTEM,
        (Capability.COMPETITIONS_CREATE,),
    ),
    DefaultRole(
        "chief-judge",
        "裁判长",
        "Chief judge",
        RoleScope.EVENT,
        (
            Capability.MARKS_ENTER,
            Capability.MARKS_ACCEPT,
            Capability.MARKS_SEE,
            Capability.RESULTS_CHECK,
        ),
    ),
    DefaultRole("judge", "裁判员", "Judge", RoleScope.EVENT, (Capability.MARKS_ENTER,)),
    DefaultRole(
        "unit-contact",
        "单位联络员",
        "Unit contact",
        RoleScope.SYSTEM,
        (Capability.ENTRIES_SUBMIT,),
    ),
    DefaultRole("competitor", "选手", "Competitor", RoleScope.SYSTEM, ()),
)
