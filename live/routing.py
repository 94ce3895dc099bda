"""WebSocket addresses of the live boards."""

from django.urls import URLPattern, path

from live.consumers import BoardConsumer

websocket_urlpatterns: list[URLPattern] = [
    path("ws/boards/<uuid:event_id>/", BoardConsumer.as_asgi()),
]
