"""Django's admin keeps reference data only."""

from django.contrib import admin

from people.models import District


@admin.register(District)
class DistrictAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # not generic at run time
    """The districts of the city."""

    list_display = ("code", "name", "name_en", "position")
    ordering = ("position",)
