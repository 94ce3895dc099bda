"""How the events of awards, titles and certificates read."""

from django.utils.translation import gettext_lazy as _

from audit import wording

_SENTENCES = {
    "policy.saved": _("Saved version %(version)s of the award policy %(name)s"),
    "policy.chosen": _("Chose the award policy %(name)s"),
    "awards.made": _("Made %(awards)s awards under the policy %(policy)s"),
    "awards.renewed": _(
        "Made the awards anew for version %(version)s of the result:"
        " %(kept)s certificates kept, %(revoked)s revoked: %(reason)s"
    ),
    "award.given": _("Gave %(award)s to entry %(entry)s, which shared a place"),
    "title.granted": _("Granted %(person)s the title %(title)s by %(document)s"),
    "title.revoked": _("Revoked the title %(title)s of %(person)s: %(reason)s"),
    "certificates.issued": _("Issued %(count)s certificates, %(first)s to %(last)s"),
    "certificate.revoked": _("Revoked the certificate %(number)s: %(reason)s"),
    "certificate.replaced": _("Replaced the certificate %(number)s: %(reason)s"),
}


def register_wording() -> None:
    """Hand the sentences to the audit pages."""
    for action, template in _SENTENCES.items():
        wording.register(action, template)
