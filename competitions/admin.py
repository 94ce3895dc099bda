"""The Django admin, for reference data only."""

from django.contrib import admin

from competitions.models import Occupation, Role


@admin.register(Occupation)
class OccupationAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # not generic at run time
    """Occupations of the national dictionary."""

    list_display = ("code", "name", "name_en", "edition")
    search_fields = ("code", "name", "name_en")
    ordering = ("code",)


@admin.register(Role)
class RoleAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # as above
    """Roles and their capabilities."""

    list_display = ("code", "name", "name_en", "scope", "position")
    ordering = ("position", "code")
