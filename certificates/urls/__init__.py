"""Every address of certificates, one module per audience."""

from certificates.urls import me, office, public

app_name = "certificates"

urlpatterns = [*office.urlpatterns, *public.urlpatterns, *me.urlpatterns]
