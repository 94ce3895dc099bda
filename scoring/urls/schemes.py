"""Addresses of marking schemes in the office."""

from django.urls import path

from scoring.views import (
    scheme_edits,
    scheme_imports,
    scheme_parts,
    scheme_plans,
    scheme_removals,
    scheme_starts,
    schemes,
)

_EVENT = "office/events/<uuid:event_id>/"
_COMPONENT = "office/components/<uuid:component_id>/scheme/"
_UPLOAD = "office/scheme-uploads/<uuid:upload_id>/"
_SCHEME = "office/schemes/<uuid:scheme_id>/"
_EDIT = f"{_SCHEME}edit/"

urlpatterns = [
    path(f"{_EVENT}schemes/", schemes.scheme_list, name="scheme-list"),
    path(
        f"{_COMPONENT}import/",
        scheme_imports.scheme_import_add,
        name="scheme-import-add",
    ),
    path(f"{_COMPONENT}new/", scheme_starts.scheme_start, name="scheme-start"),
    path(f"{_COMPONENT}copy/", scheme_starts.scheme_copy, name="scheme-copy"),
    path(_UPLOAD, scheme_imports.scheme_import, name="scheme-import"),
    path(
        f"{_UPLOAD}save/", scheme_imports.scheme_import_save, name="scheme-import-save"
    ),
    path(
        f"{_UPLOAD}discard/",
        scheme_imports.scheme_import_discard,
        name="scheme-import-discard",
    ),
    path(
        f"{_UPLOAD}workbook.xlsx",
        scheme_imports.scheme_import_file,
        name="scheme-import-file",
    ),
    path(_SCHEME, schemes.scheme_report, name="scheme-report"),
    path(f"{_SCHEME}print/", schemes.scheme_print, name="scheme-print"),
    path(f"{_SCHEME}workbook.xlsx", schemes.scheme_export, name="scheme-export"),
    path(f"{_SCHEME}settle/", schemes.scheme_settle, name="scheme-settle"),
    path(f"{_SCHEME}panels/", scheme_plans.scheme_plan, name="scheme-plan"),
    path(_EDIT, scheme_edits.scheme_edit, name="scheme-edit"),
    path(f"{_EDIT}head/", scheme_edits.scheme_head, name="scheme-head"),
    path(f"{_EDIT}sections/", scheme_edits.scheme_sections, name="scheme-sections"),
    path(f"{_EDIT}add/", scheme_parts.part_add, name="scheme-criterion-add"),
    path(f"{_EDIT}restore/", scheme_removals.scheme_restore, name="scheme-restore"),
    path(f"{_EDIT}<str:place>/", scheme_parts.part_edit, name="scheme-part"),
    path(f"{_EDIT}<str:place>/add/", scheme_parts.part_add, name="scheme-part-add"),
    *(
        path(
            f"{_EDIT}<str:place>/{step}/",
            scheme_edits.scheme_step,
            {"step": step},
            name=f"scheme-part-{step}",
        )
        for step in ("up", "down")
    ),
    path(
        f"{_EDIT}<str:place>/remove/",
        scheme_removals.scheme_remove,
        name="scheme-part-remove",
    ),
]
