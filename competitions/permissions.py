"""Who may do what, and which rows a user may see at all."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from competitions.enums import Capability, CompetitionState
from competitions.models import Competition, Entry, Event, RoleAssignment
from people.models import User

AnyUser = User | AnonymousUser


@dataclass(frozen=True)
class Grant:
    """The capabilities of one role assignment and how far they reach."""

    capabilities: frozenset[str]
    competition_id: UUID | None
    event_id: UUID | None
    organisation_id: UUID | None


def grants_of(user: AnyUser) -> tuple[Grant, ...]:
    """Return everything a user was granted; one query for the life of the object."""
    if not user.is_authenticated or not user.is_active:
        return ()
    # Kept on the instance: one request asks dozens of times about the same user.
    cached: tuple[Grant, ...] | None = user.__dict__.get("_grants")
    if cached is None and user.is_superuser:
        # Whoever set the installation up holds no row yet and must give the first.
        cached = (Grant(frozenset(Capability.values), None, None, None),)
        user.__dict__["_grants"] = cached
    if cached is None:
        rows = RoleAssignment.objects.filter(user=user).select_related("role")
        cached = tuple(
            Grant(
                frozenset(row.role.capabilities),
                row.competition_id,
                row.event_id,
                row.organisation_id,
            )
            for row in rows
        )
        user.__dict__["_grants"] = cached
    return cached


def has_capability(
    user: AnyUser,
    capability: Capability,
    *,
    competition_id: UUID | None = None,
    event: Event | None = None,
) -> bool:
    """Tell whether a user may do something in the whole system or the given place."""
    if event is not None:
        competition_id = event.competition_id
    return any(
        capability in grant.capabilities
        and grant.organisation_id is None
        and _reaches(grant, competition_id, event)
        for grant in grants_of(user)
    )


def has_capability_anywhere(user: AnyUser, capability: Capability) -> bool:
    """Tell whether a user may do something somewhere; decides what is linked."""
    return any(capability in grant.capabilities for grant in grants_of(user))


def has_work(user: AnyUser) -> bool:
    """Tell whether a user's roles allow anything beyond the own page."""
    return any(grant.capabilities for grant in grants_of(user))


def units_of(user: AnyUser) -> frozenset[UUID]:
    """Return the units for which a user may submit entries."""
    return frozenset(
        grant.organisation_id
        for grant in grants_of(user)
        if grant.organisation_id and Capability.ENTRIES_SUBMIT in grant.capabilities
    )


def acts_for_a_unit(user: AnyUser) -> bool:
    """Tell whether a user is the contact of some unit."""
    return bool(units_of(user))


def visible_competitions(
    user: AnyUser, capability: Capability = Capability.COMPETITIONS_SEE
) -> QuerySet[Competition]:
    """Return the competitions in which a user holds a capability."""
    everywhere, competitions, events = _scopes(user, capability)
    if everywhere:
        return Competition.objects.all()
    return Competition.objects.filter(
        Q(pk__in=competitions)
        | Q(pk__in=Event.objects.filter(pk__in=events).values("competition_id"))
    )


def visible_events(
    user: AnyUser, capability: Capability = Capability.COMPETITIONS_SEE
) -> QuerySet[Event]:
    """Return the events in which a user holds a capability."""
    everywhere, competitions, events = _scopes(user, capability)
    if everywhere:
        return Event.objects.all()
    return Event.objects.filter(Q(pk__in=events) | Q(competition__in=competitions))


def visible_entries(user: AnyUser) -> QuerySet[Entry]:
    """Return the entries a user may see: those of his events and those of his units."""
    everywhere, competitions, events = _scopes(user, Capability.ENTRIES_SEE)
    if everywhere:
        return Entry.objects.all()
    return Entry.objects.filter(
        Q(event__in=events)
        | Q(event__competition__in=competitions)
        | Q(organisation__in=units_of(user))
    )


def events_open_to_units(user: AnyUser) -> QuerySet[Event]:
    """Return the events for which a unit contact may submit entries now."""
    if not units_of(user):
        return Event.objects.none()
    return Event.objects.filter(competition__state=CompetitionState.REGISTRATION)


def can_create_competitions(user: AnyUser) -> bool:
    """Tell whether a user may create a competition."""
    return has_capability(user, Capability.COMPETITIONS_CREATE)


def can_name_organisers(user: AnyUser) -> bool:
    """Tell whether a user manages every competition, so that others run his for him.

    Anybody else who creates a competition becomes its organiser.
    """
    return has_capability(user, Capability.COMPETITIONS_MANAGE)


def can_list_competitions(user: AnyUser) -> bool:
    """Tell whether a user finds competitions in the office, or may create the first."""
    return can_create_competitions(user) or has_capability_anywhere(
        user, Capability.COMPETITIONS_SEE
    )


def can_see_competition(user: AnyUser, competition: Competition) -> bool:
    """Tell whether a user may open a competition in the office."""
    return visible_competitions(user).filter(pk=competition.pk).exists()


def can_see_event(user: AnyUser, event: Event) -> bool:
    """Tell whether a user may open an event, and with it its competition."""
    return has_capability(user, Capability.COMPETITIONS_SEE, event=event)


def can_manage_competition(user: AnyUser, competition: Competition) -> bool:
    """Tell whether a user may change a competition and its events."""
    return has_capability(
        user, Capability.COMPETITIONS_MANAGE, competition_id=competition.pk
    )


def can_manage_event(user: AnyUser, event: Event) -> bool:
    """Tell whether a user may change an event."""
    return has_capability(user, Capability.COMPETITIONS_MANAGE, event=event)


def can_see_entries(user: AnyUser, event: Event) -> bool:
    """Tell whether a user may see every entry of an event."""
    return has_capability(user, Capability.ENTRIES_SEE, event=event)


def can_open_entry_list(user: AnyUser, event: Event) -> bool:
    """Tell whether a user finds entries of an event: all, or those of his units."""
    if can_see_entries(user, event):
        return True
    if not units_of(user):
        return False
    is_open = event.competition.state == CompetitionState.REGISTRATION
    return is_open or visible_entries(user).filter(event=event).exists()


def can_submit_entries(user: AnyUser, event: Event) -> bool:
    """Tell whether a user may submit entries of his unit, or of any unit."""
    if has_capability(user, Capability.ENTRIES_REVIEW, event=event):
        return True
    return bool(units_of(user)) and (
        event.competition.state == CompetitionState.REGISTRATION
    )


def can_review_entries(user: AnyUser, event: Event) -> bool:
    """Tell whether a user may approve and return entries."""
    return has_capability(user, Capability.ENTRIES_REVIEW, event=event)


def can_run_draws(user: AnyUser, event: Event) -> bool:
    """Tell whether a user may commit and run draws."""
    return has_capability(user, Capability.DRAWS_RUN, event=event)


def can_appoint_panels(user: AnyUser, event: Event) -> bool:
    """Tell whether a user may appoint judges."""
    return has_capability(user, Capability.PANELS_APPOINT, event=event)


def can_assign_roles(user: AnyUser) -> bool:
    """Tell whether a user may give roles to others."""
    return has_capability(user, Capability.ROLES_ASSIGN)


def _reaches(grant: Grant, competition_id: UUID | None, event: Event | None) -> bool:
    if grant.event_id is not None:
        return event is not None and grant.event_id == event.pk
    if grant.competition_id is not None:
        return grant.competition_id == competition_id
    return True


def _scopes(user: AnyUser, capability: Capability) -> tuple[bool, set[UUID], set[UUID]]:
    held = [
        grant
        for grant in grants_of(user)
        if capability in grant.capabilities and grant.organisation_id is None
    ]
    everywhere = any(
        grant.competition_id is None and grant.event_id is None for grant in held
    )
    competitions = {g.competition_id for g in held if g.competition_id}
    events = {g.event_id for g in held if g.event_id}
    return everywhere, competitions, events
