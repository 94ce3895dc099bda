"""Where anybody checks a certificate."""

from django.urls import path

from certificates.views import verification

urlpatterns = [
    path("v/", verification.verify_search, name="verify-search"),
    path("v/<str:token>/", verification.verify, name="verify"),
]
