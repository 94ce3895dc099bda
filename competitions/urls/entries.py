"""Addresses of entries: their list, one entry, its review, and spreadsheets."""

from django.urls import path

from competitions.views import entries, entry_forms, entry_imports, entry_reviews

_EVENT = "office/events/<uuid:event_id>/entries/"
_ENTRY = "office/entries/<uuid:entry_id>/"
_IMPORT = "office/entry-imports/<uuid:import_id>/"

urlpatterns = [
    path(_EVENT, entries.EntryListView.as_view(), name="entry-list"),
    path(f"{_EVENT}export.xlsx", entries.entry_export, name="entry-export"),
    path(f"{_EVENT}new/", entry_forms.entry_add, name="entry-add"),
    path(f"{_EVENT}approve/", entry_reviews.entries_approve, name="entries-approve"),
    path(f"{_EVENT}return/", entry_reviews.entries_return, name="entries-return"),
    path(f"{_EVENT}import/", entry_imports.entry_import_add, name="entry-import-add"),
    path(
        f"{_EVENT}import/template.xlsx",
        entry_imports.entry_template,
        name="entry-template",
    ),
    path(_ENTRY, entry_forms.entry_detail, name="entry-detail"),
    path(f"{_ENTRY}edit/", entry_forms.entry_edit, name="entry-edit"),
    path(f"{_ENTRY}withdraw/", entry_forms.entry_withdraw, name="entry-withdraw"),
    path(f"{_ENTRY}resubmit/", entry_forms.entry_resubmit, name="entry-resubmit"),
    path(_IMPORT, entry_imports.entry_import, name="entry-import"),
    path(
        f"{_IMPORT}units/", entry_imports.entry_import_units, name="entry-import-units"
    ),
    path(
        f"{_IMPORT}confirm/",
        entry_imports.entry_import_confirm,
        name="entry-import-confirm",
    ),
    path(f"{_IMPORT}undo/", entry_imports.entry_import_undo, name="entry-import-undo"),
    path(
        f"{_IMPORT}discard/",
        entry_imports.entry_import_discard,
        name="entry-import-discard",
    ),
    path(
        f"{_IMPORT}errors.xlsx",
        entry_imports.entry_import_errors,
        name="entry-import-errors",
    ),
]
