"""Every address of scoring, one module per family of screens."""

from scoring.urls import judge, marking, results, schemes

app_name = "scoring"

urlpatterns = [
    *schemes.urlpatterns,
    *marking.urlpatterns,
    *judge.urlpatterns,
    *results.urlpatterns,
]
