"""The list of persons, the dossier of one, and the forms that keep them."""

from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views import View
from django_tables2 import RequestConfig

from audit.queries import of_object
from people import dossier, queries
from people.access import not_found_unless
from people.filters import PersonFilter
from people.forms import PersonForm
from people.models import Person
from people.permissions import can_edit_people, can_see_people
from people.rules.identity import (
    InvalidIdentityNumber,
    looks_like_identity_number,
    parse_identity_number,
)
from people.sentences import in_words
from people.services import actor_of, register_person, update_person
from people.tables import PersonTable

PAGE_SIZE = 50


class PersonListView(View):
    """Persons by pinyin. A search is posted: it may be an identity number, which
    must never stand in an address."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show the persons a text and a district leave."""
        not_found_unless(can_see_people(request.user))
        found = PersonFilter(request.GET, queryset=queries.persons(), request=request)
        table = PersonTable(found.qs)
        RequestConfig(request, paginate={"per_page": PAGE_SIZE}).configure(table)
        context = {
            "table": table,
            "form": found.form,
            "is_narrowed": any(request.GET.get(name) for name in found.filters),
            "can_edit": can_edit_people(request.user),
        }
        return render(request, "people/person_list.html", context)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Go to the one person of an identity number, or to the list of a text."""
        not_found_unless(can_see_people(request.user))
        text = request.POST.get("q", "").strip()
        if looks_like_identity_number(text):
            return _go_to_identity(request, text)
        typed = {"q": text, "district": request.POST.get("district", "")}
        query = urlencode({name: value for name, value in typed.items() if value})
        return redirect(f"{reverse('people:person-list')}?{query}")


class DossierView(View):
    """One person: details, credentials, and what the apps above know."""

    def get(self, request: HttpRequest, person_id: UUID) -> HttpResponse:
        """Show the dossier."""
        not_found_unless(can_see_people(request.user))
        try:
            found = queries.dossier(person_id)
        except Person.DoesNotExist as error:
            raise Http404 from error
        context = {
            "person": found.person,
            "credentials": found.credentials,
            "sections": dossier.sections(person_id, request.user),
            "events": list(reversed(of_object(f"person:{person_id}"))),
            "can_edit": can_edit_people(request.user),
        }
        return render(request, "people/dossier.html", context)


class PersonAddView(View):
    """Registers a person by hand."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show the empty form."""
        not_found_unless(can_edit_people(request.user))
        return _form_page(request, PersonForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        """Register the person, or show what is wrong."""
        user = request.user
        not_found_unless(can_edit_people(user))
        form = PersonForm(request.POST)
        if form.is_valid():
            try:
                person = register_person(
                    details=form.details(), actor=actor_of(user), at=timezone.now()
                )
            except ValidationError as error:
                form.add_error(None, error)
            else:
                messages.success(request, _("%s is registered.") % person.name)
                return redirect("people:dossier", person.pk)
        return _form_page(request, form)


class PersonEditView(View):
    """Changes what is known of a person."""

    def get(self, request: HttpRequest, person_id: UUID) -> HttpResponse:
        """Show the form with what is on record."""
        not_found_unless(can_edit_people(request.user))
        person = get_object_or_404(queries.persons(), pk=person_id)
        return _form_page(request, PersonForm(person=person), person)

    def post(self, request: HttpRequest, person_id: UUID) -> HttpResponse:
        """Change the person, or show what is wrong."""
        user = request.user
        not_found_unless(can_edit_people(user))
        person = get_object_or_404(queries.persons(), pk=person_id)
        form = PersonForm(request.POST, person=person)
        if form.is_valid():
            try:
                update_person(
                    person=person,
                    details=form.details(),
                    actor=actor_of(user),
                    at=timezone.now(),
                )
            except ValidationError as error:
                form.add_error(None, error)
            else:
                messages.success(request, _("The details are saved."))
                return redirect("people:dossier", person.pk)
        return _form_page(request, form, person)


def _form_page(
    request: HttpRequest, form: PersonForm, person: Person | None = None
) -> HttpResponse:
    return render(request, "people/person_form.html", {"form": form, "person": person})


def _go_to_identity(request: HttpRequest, text: str) -> HttpResponse:
    """Open the dossier of an identity number, or say why there is none."""
    try:
        identity = parse_identity_number(text, today=timezone.localdate())
    except InvalidIdentityNumber as error:
        messages.error(request, in_words(error.sentence))
        return redirect("people:person-list")
    person = queries.find_by_identity(identity.number)
    if person is None:
        messages.warning(request, _("Nobody is registered with this identity number."))
        return redirect("people:person-list")
    return redirect("people:dossier", person.pk)
