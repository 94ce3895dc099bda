"""Every address of competitions, one module per family of screens."""

from competitions.urls import draws, entries, office, panels, roles

app_name = "competitions"

urlpatterns = [
    *office.urlpatterns,
    *entries.urlpatterns,
    *panels.urlpatterns,
    *draws.urlpatterns,
    *roles.urlpatterns,
]
