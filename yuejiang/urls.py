"""Every address of the product, by audience.

``/`` and ``/en/`` are public and cacheable; ``/office/``, ``/judge/`` and ``/me/`` are
behind the sign-in; ``/v/<token>`` proves a certificate; ``/api/v1/`` serves programs.
"""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from audit.views import EventListView
from competitions.enums import Capability
from yuejiang import api, views
from yuejiang.audit_names import AuditNames
from yuejiang.menu import holder_of

urlpatterns = [
    path("language/", views.switch_language, name="switch-language"),
    path("health/", views.health, name="health"),
    path("robots.txt", views.robots, name="robots"),
    path("admin/login/", views.admin_sign_in),
    path("admin/", admin.site.urls),
    path(
        "office/audit/",
        EventListView.as_view(
            allowed=holder_of(Capability.AUDIT_SEE), naming=AuditNames()
        ),
        name="audit",
    ),
    path("", include("yuejiang.desk.urls")),
    path("api/v1/", api.urls()),
    path("", include("people.urls")),
    path("", include("competitions.urls")),
    path("", include("scoring.urls")),
    path("", include("certificates.urls")),
    path("", include("craftsmen.urls")),
    path("", include("live.urls.office")),
]

# Public pages: Chinese at /, English at /en/.
urlpatterns += i18n_patterns(
    path("", include("live.urls.public")), prefix_default_language=False
)
