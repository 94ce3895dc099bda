"""Every address of the product, by audience.

``/`` and ``/en/`` are public and cacheable; ``/office/``, ``/judge/`` and ``/me/`` are
behind the sign-in; ``/v/<token>`` proves a certificate; ``/api/v1/`` serves programs.
"""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from yuejiang import views

urlpatterns = [
    path("language/", views.switch_language, name="switch-language"),
    path("health/", views.health, name="health"),
    path("admin/", admin.site.urls),
    path("", include("people.urls")),
]

# Public pages: Chinese at /, English at /en/.
urlpatterns += i18n_patterns(prefix_default_language=False)
