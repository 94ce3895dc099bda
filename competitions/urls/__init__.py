"""Every address of competitions, one module per family of screens."""

from competitions.urls import office, roles

app_name = "competitions"

urlpatterns = [*office.urlpatterns, *roles.urlpatterns]
