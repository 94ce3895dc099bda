"""The only writers of the register; each is one transaction with its audit event."""

from people.services.credentials import (
    CredentialFacts,
    record_credential,
    record_credentials,
    revoke_credential,
)
from people.services.devices import enrol_device, note_device
from people.services.organisations import (
    OrganisationDetails,
    register_organisation,
    register_organisations,
    update_organisation,
)
from people.services.persons import (
    PersonDetails,
    find_or_register_person,
    register_person,
    register_persons,
    update_person,
)
from people.services.users import actor_of, change_password, create_user

__all__ = [
    "CredentialFacts",
    "OrganisationDetails",
    "PersonDetails",
    "actor_of",
    "change_password",
    "create_user",
    "enrol_device",
    "find_or_register_person",
    "note_device",
    "record_credential",
    "record_credentials",
    "register_organisation",
    "register_organisations",
    "register_person",
    "register_persons",
    "revoke_credential",
    "update_organisation",
    "update_person",
]
