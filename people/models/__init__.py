"""The models of people."""

from people.models.credential import Credential
from people.models.device import Device
from people.models.district import District
from people.models.organisation import Organisation
from people.models.person import Person
from people.models.user import User

__all__ = ["Credential", "Device", "District", "Organisation", "Person", "User"]
