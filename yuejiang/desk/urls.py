"""Addresses of the desk."""

from django.urls import path

from yuejiang.desk import views

app_name = "desk"

urlpatterns = [path("office/", views.home, name="home")]
