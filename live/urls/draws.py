"""Addresses of draws before the public."""

from django.urls import path

from live.views import draw

urlpatterns = [
    path("draws/<uuid:draw_id>/", draw.draw_page, name="draw"),
    path("draws/<uuid:draw_id>/record.json", draw.draw_record, name="draw-record"),
]
