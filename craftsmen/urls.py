"""The board of targets and what it counts."""

from django.urls import path

from craftsmen import views

app_name = "craftsmen"

urlpatterns = [
    path("office/targets/", views.targets, name="targets"),
    path("office/targets/edit/", views.targets_edit, name="targets-edit"),
    path("office/targets/<slug:code>/", views.indicator_rows, name="indicator"),
    path(
        "office/targets/<slug:code>/export.xlsx",
        views.indicator_export,
        name="indicator-export",
    ),
]
