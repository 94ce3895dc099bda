"""The list of units and the forms that keep them."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views import View
from django_tables2 import RequestConfig

from people import queries
from people.access import not_found_unless
from people.filters import OrganisationFilter
from people.forms import OrganisationForm
from people.models import Organisation
from people.permissions import can_edit_people, can_see_people
from people.services import actor_of, register_organisation, update_organisation
from people.tables import OrganisationTable

PAGE_SIZE = 50


class OrganisationListView(View):
    """Units by pinyin."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show the units a text, a district and a kind leave."""
        not_found_unless(can_see_people(request.user))
        found = OrganisationFilter(
            request.GET, queryset=queries.organisations(), request=request
        )
        table = OrganisationTable(found.qs)
        RequestConfig(request, paginate={"per_page": PAGE_SIZE}).configure(table)
        context = {
            "table": table,
            "form": found.form,
            "is_narrowed": any(request.GET.get(name) for name in found.filters),
            "can_edit": can_edit_people(request.user),
        }
        return render(request, "people/organisation_list.html", context)


class OrganisationAddView(View):
    """Registers a unit by hand."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show the empty form."""
        not_found_unless(can_edit_people(request.user))
        return _form_page(request, OrganisationForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        """Register the unit, or show what is wrong."""
        user = request.user
        not_found_unless(can_edit_people(user))
        form = OrganisationForm(request.POST)
        if form.is_valid():
            try:
                unit = register_organisation(
                    details=form.details(), actor=actor_of(user), at=timezone.now()
                )
            except ValidationError as error:
                form.add_error(None, error)
            else:
                messages.success(request, _("%s is registered.") % unit.name)
                return redirect("people:organisation-list")
        return _form_page(request, form)


class OrganisationEditView(View):
    """Changes what is known of a unit."""

    def get(self, request: HttpRequest, organisation_id: UUID) -> HttpResponse:
        """Show the form with what is on record."""
        not_found_unless(can_edit_people(request.user))
        unit = get_object_or_404(Organisation, pk=organisation_id)
        return _form_page(request, OrganisationForm(organisation=unit), unit)

    def post(self, request: HttpRequest, organisation_id: UUID) -> HttpResponse:
        """Change the unit, or show what is wrong."""
        user = request.user
        not_found_unless(can_edit_people(user))
        unit = get_object_or_404(Organisation, pk=organisation_id)
        form = OrganisationForm(request.POST, organisation=unit)
        if form.is_valid():
            try:
                update_organisation(
                    organisation=unit,
                    details=form.details(),
                    actor=actor_of(user),
                    at=timezone.now(),
                )
            except ValidationError as error:
                form.add_error(None, error)
            else:
                messages.success(request, _("The details are saved."))
                return redirect("people:organisation-list")
        return _form_page(request, form, unit)


def _form_page(
    request: HttpRequest, form: OrganisationForm, unit: Organisation | None = None
) -> HttpResponse:
    context = {"form": form, "organisation": unit}
    return render(request, "people/organisation_form.html", context)
