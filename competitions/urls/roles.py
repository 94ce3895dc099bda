"""Addresses of accounts and their roles."""

from django.urls import path

from competitions.views import roles

urlpatterns = [
    path("office/roles/", roles.role_assignments, name="role-assignments"),
    path("office/roles/accounts/new/", roles.user_add, name="user-add"),
    path(
        "office/roles/accounts/<uuid:user_id>/", roles.user_detail, name="user-detail"
    ),
    path(
        "office/roles/accounts/<uuid:user_id>/password/",
        roles.user_renew_password,
        name="user-renew-password",
    ),
    path(
        "office/roles/accounts/<uuid:user_id>/pin/",
        roles.user_reset_pin,
        name="user-reset-pin",
    ),
    path(
        "office/roles/<uuid:assignment_id>/withdraw/",
        roles.role_withdraw,
        name="role-withdraw",
    ),
]
