"""What a person finds about themselves."""

from django.urls import path

from certificates.views import own

urlpatterns = [
    path("me/", own.my_page, name="my-page"),
    path(
        "me/certificates/<uuid:certificate_id>.pdf",
        own.my_certificate,
        name="my-certificate",
    ),
]
