"""The addresses of the register and of one's own account."""

from django.contrib.auth import views as auth_views
from django.urls import path

from people.views import account, organisations, persons

app_name = "people"

urlpatterns = [
    path(
        "account/sign-in/",
        auth_views.LoginView.as_view(redirect_authenticated_user=True),
        name="sign-in",
    ),
    path("account/sign-out/", auth_views.LogoutView.as_view(), name="sign-out"),
    path(
        "account/password/", account.OwnPasswordView.as_view(), name="password-change"
    ),
    path(
        "account/password/changed/",
        auth_views.PasswordChangeDoneView.as_view(),
        name="password-changed",
    ),
    path("office/people/", persons.PersonListView.as_view(), name="person-list"),
    path("office/people/add/", persons.PersonAddView.as_view(), name="person-add"),
    path(
        "office/units/",
        organisations.OrganisationListView.as_view(),
        name="organisation-list",
    ),
    path(
        "office/units/add/",
        organisations.OrganisationAddView.as_view(),
        name="organisation-add",
    ),
    path(
        "office/units/<uuid:organisation_id>/",
        organisations.OrganisationEditView.as_view(),
        name="organisation-edit",
    ),
    path(
        "office/people/<uuid:person_id>/",
        persons.DossierView.as_view(),
        name="dossier",
    ),
    path(
        "office/people/<uuid:person_id>/edit/",
        persons.PersonEditView.as_view(),
        name="person-edit",
    ),
]
