"""Accounts and their roles: the list, one account, and what is done to it."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from django_tables2 import RequestConfig

from competitions.filters import UserFilter
from competitions.forms.errors import add_error
from competitions.forms.roles import AccountForm, RoleForm
from competitions.permissions import can_assign_roles
from competitions.queries.competitions import open_competitions
from competitions.queries.organisations import organisation_labels
from competitions.queries.users import (
    assignments,
    by_pinyin,
    holds_role,
    users_with_roles,
)
from competitions.services import roles
from competitions.services.refusal import Refusal
from competitions.tables import UserTable
from competitions.views.signed_in import user_of
from people.access import not_found_unless
from people.models import User
from people.services.pins import TRIES, reset_pin

PAGE_SIZE = 50


@require_safe
def role_assignments(request: HttpRequest) -> HttpResponse:
    """Show who may do what."""
    not_found_unless(can_assign_roles(request.user))
    found = UserFilter(request.GET, queryset=users_with_roles(), request=request)
    table = UserTable(by_pinyin(found.qs))
    RequestConfig(request, paginate={"per_page": PAGE_SIZE}).configure(table)
    context = {"table": table, "form": found.form}
    return render(request, "competitions/user_list.html", context)


def user_detail(request: HttpRequest, user_id: UUID) -> HttpResponse:
    """Show the roles of one account, and give it another."""
    not_found_unless(can_assign_roles(request.user))
    holder = get_object_or_404(User, pk=user_id)
    form = RoleForm(
        request.POST or None, places=open_competitions(), initial=request.GET.dict()
    )
    if request.method == "POST" and form.is_valid() and _give(request, holder, form):
        return redirect("competitions:user-detail", holder.pk)
    context = {
        "holder": holder,
        "assignments": assignments().filter(user=holder),
        "form": form,
        "organisations": organisation_labels(),
        "is_pin_locked": holder.pin_failures >= TRIES,
    }
    return render(request, "competitions/user_detail.html", context)


def _give(request: HttpRequest, holder: User, form: RoleForm) -> bool:
    """Give the role of a valid form and say so; False when it is refused."""
    role, place = form.cleaned_data["role"], form.place()
    if holds_role(user=holder, role=role, reach=place.reach):
        sentence = _("%(name)s already holds this role.")
        form.add_error("role", sentence % {"name": holder.get_full_name()})
        return False
    try:
        roles.assign_role(
            user=holder, role=role, place=place, by=user_of(request), at=timezone.now()
        )
    except ValidationError as error:
        add_error(form, error)
        return False
    messages.success(request, _("The role is given."))
    return True


@require_POST
def role_withdraw(request: HttpRequest, assignment_id: UUID) -> HttpResponse:
    """Take one role back."""
    not_found_unless(can_assign_roles(request.user))
    assignment = get_object_or_404(assignments(), pk=assignment_id)
    holder_id, values = assignment.user_id, RoleForm.values_of(assignment)
    try:
        roles.withdraw_role(
            assignment=assignment, by=user_of(request), at=timezone.now()
        )
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _withdrawn(holder_id, values))
    return redirect("competitions:user-detail", holder_id)


@never_cache
def user_add(request: HttpRequest) -> HttpResponse:
    """Open an account and show its first password, once."""
    not_found_unless(can_assign_roles(request.user))
    form = AccountForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            opened = roles.open_account(
                username=form.cleaned_data["username"],
                name=form.cleaned_data["name"],
                person=form.cleaned_data["identity_number"],
                by=user_of(request),
                at=timezone.now(),
            )
        except ValidationError as error:
            add_error(form, error)
        else:
            return _first_password(request, opened)
    return render(request, "competitions/user_add.html", {"form": form})


@never_cache
@require_POST
def user_renew_password(request: HttpRequest, user_id: UUID) -> HttpResponse:
    """Give a new first password and show it, once."""
    not_found_unless(can_assign_roles(request.user))
    holder = get_object_or_404(User, pk=user_id)
    opened = roles.renew_password(user=holder, by=user_of(request), at=timezone.now())
    return _first_password(request, opened)


@require_POST
def user_reset_pin(request: HttpRequest, user_id: UUID) -> HttpResponse:
    """Forget a signing PIN, so that its holder sets a new one."""
    not_found_unless(can_assign_roles(request.user))
    holder = get_object_or_404(User, pk=user_id)
    reset_pin(user=holder, by=user_of(request), at=timezone.now())
    messages.success(request, _("The PIN is reset; its holder sets a new one."))
    return redirect("competitions:user-detail", holder.pk)


def _withdrawn(holder_id: UUID, values: dict[str, str]) -> str:
    """Say that a role is withdrawn, with the way to give it back."""
    page = reverse("competitions:user-detail", args=(holder_id,), query=values)
    return format_html(
        '{} <a href="{}#give-title">{}</a>',
        _("The role is withdrawn."),
        page,
        _("Give it back"),
    )


def _first_password(request: HttpRequest, opened: roles.OpenedAccount) -> HttpResponse:
    # Shown in the answer itself: a redirect would have to store it somewhere.
    context = {"opened": opened}
    return render(request, "competitions/user_first_password.html", context)
