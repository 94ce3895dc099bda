"""The WebSocket addresses of the live boards."""

from django.urls import URLPattern

websocket_urlpatterns: list[URLPattern] = []
