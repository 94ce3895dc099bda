"""Addresses of the desk."""

from django.urls import path

from yuejiang.desk import statistics, views

app_name = "desk"

urlpatterns = [
    path("office/", views.home, name="home"),
    path(
        "office/years/<int:year>/statistics.xlsx",
        statistics.year_workbook,
        name="year-statistics",
    ),
]
