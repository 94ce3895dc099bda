"""How the events of schemes, marks and signatures read on the audit pages."""

from django.utils.translation import gettext_lazy as _

from audit import wording

_SENTENCES = {
    "scheme.saved": _("Saved the marking scheme of %(component)s, total %(total)s"),
    "scheme.edited": _("Changed the marking scheme of %(component)s, total %(total)s"),
    "scheme.part_removed": _(
        "Removed %(part)s with %(marks)s marks from the marking scheme of %(component)s"
    ),
    "scheme.part_restored": _(
        "Put %(part)s back into the marking scheme of %(component)s"
    ),
    "scheme.file_errors_settled": _(
        "Dealt with %(number)s rows of the workbook of %(component)s"
    ),
    "scheme.planned": _("Set the panels and days of the scheme of %(component)s"),
    "scheme.panel_assigned": _("Let the panel “%(panel)s” mark %(codes)s"),
    "scheme.frozen": _("The first mark froze version %(version)s of the scheme"),
    "sheets.opened": _("Opened %(sheets)s sheets for %(entries)s entries"),
    "mark.entered": _("Entered a mark on sheet %(code)s, seat %(seat)s"),
    "mark.entered.agreed": _("Entered the agreed value on sheet %(code)s"),
    "mark.entered.second_pair": _("Entered the second pair's value on sheet %(code)s"),
    "mark.cleared.agreed": _("Took the agreed value back on sheet %(code)s"),
    "mark.cleared.second_pair": _(
        "Took the second pair's value back on sheet %(code)s"
    ),
    "mark.cleared": _("Took a mark back on sheet %(code)s, seat %(seat)s"),
    "note.written": _("Wrote a note on sheet %(code)s, seat %(seat)s"),
    "marks.revealed": _("The panel's scores on sheet %(code)s were laid open"),
    "marks.reopened": _("Let sheet %(code)s be scored again: %(reason)s"),
    "sheet.signed": _("Signed sheet %(code)s on seat %(seat)s"),
    "sheet.accepted": _("Accepted sheet %(code)s"),
    "marks.locked": _("Locked the marks of %(sheets)s sheets"),
    "component_scores.recorded": _("Entered %(count)s marks of %(component)s"),
    "deduction.made": _("Took %(amount)s marks off entry %(number)s: %(reason)s"),
    "deduction.withdrawn": _(
        "Gave %(amount)s marks back to entry %(number)s: %(reason)s"
    ),
    "entry.attendance_set": _("Set the attendance of entry %(number)s. %(reason)s"),
    "result_policy.set": _("Set how the event is ranked"),
    "results.prepared": _("Prepared version %(version)s of the result. %(reason)s"),
    "results.checked": _("Checked version %(version)s of the result"),
    "results.sent_back": _("Sent version %(version)s of the result back: %(reason)s"),
    "results.reopened": _("Opened the scores of version %(version)s again: %(reason)s"),
    "results.published": _("Published version %(version)s of the result"),
}


def register_wording() -> None:
    """Hand the sentences of marking to the audit pages."""
    for action, template in _SENTENCES.items():
        wording.register(action, template)
