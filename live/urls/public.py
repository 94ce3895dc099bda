"""What everyone may open."""

from django.urls import path

from live.urls import draws
from live.views import board, home

app_name = "live"

urlpatterns = [
    path("", home.home, name="home"),
    path("competitions/", home.competitions, name="competitions"),
    path("competitions/<uuid:competition_id>/", home.competition, name="competition"),
    path("events/<uuid:event_id>/results/", home.results, name="results"),
    path("boards/<uuid:event_id>/", board.board, name="board"),
    path("boards/<uuid:event_id>/state.json", board.board_state, name="board-state"),
    *draws.urlpatterns,
]
