"""How what happened to entries reads; names are those of its day."""

from django.utils.translation import gettext_lazy as _

from audit import wording

_SENTENCES = {
    "entry.submitted": _("Submitted the entry of %(name)s (%(unit)s)"),
    "entry.updated": _("Changed the entry of %(name)s (%(unit)s)"),
    "entry.resubmitted": _("Submitted the entry of %(name)s (%(unit)s) again"),
    "entry.withdrawn": _("Withdrew the entry of %(name)s (%(unit)s)"),
    "entry.approved": _("Approved the entry of %(name)s (%(unit)s)"),
    "entry.returned": _("Returned the entry of %(name)s (%(unit)s): %(reason)s"),
    "entries.imported": _(
        "Imported %(file)s: %(new)s new, %(update)s changed, %(error)s to be mended"
    ),
    "entries.import_undone": _("Undid the import of %(file)s"),
}


def register_entry_wording() -> None:
    """Hand the sentences of entries to the audit pages."""
    for action, template in _SENTENCES.items():
        wording.register(action, template)
