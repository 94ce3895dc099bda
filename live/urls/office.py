"""What the office runs."""

from django.urls import path

from live.views import control

app_name = "live-office"

urlpatterns = [
    path(
        "office/events/<uuid:event_id>/board/",
        control.board_control,
        name="board-control",
    ),
]
