"""How the events of the register read."""

from django.utils.translation import gettext_lazy as _

from audit import wording


def register_wording() -> None:
    """Hand the sentences of this app to the audit pages."""
    wording.register("person.registered", _("Registered %(name)s"))
    wording.register("person.updated", _("Changed the details of %(name)s"))
    wording.register("organisation.registered", _("Registered the unit %(name)s"))
    wording.register(
        "organisation.updated", _("Changed the details of the unit %(name)s")
    )
    wording.register("person.removed", _("Removed %(name)s, whom nothing else named"))
    wording.register(
        "organisation.removed", _("Removed the unit %(name)s, which nothing else named")
    )
    wording.register("user.created", _("Opened the account %(username)s"))
    wording.register("user.password_changed", _("Changed the password of %(username)s"))
    wording.register("credential.recorded", _("Recorded %(credential)s for %(person)s"))
    wording.register(
        "credential.revoked", _("Revoked %(credential)s of %(person)s: %(reason)s")
    )
    wording.register("device.enrolled", _("Enrolled the device %(name)s"))
    wording.register("pin.set", _("%(name)s set a signing PIN"))
    wording.register("pin.locked", _("The signing PIN of %(name)s was locked"))
    wording.register("pin.reset", _("Reset the signing PIN of %(name)s"))
