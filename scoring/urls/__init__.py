"""Every address of scoring, one module per family of screens."""

from scoring.urls import judge, marking, schemes

app_name = "scoring"

urlpatterns = [
    *schemes.urlpatterns,
    *marking.urlpatterns,
    *judge.urlpatterns,
]
