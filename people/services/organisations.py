"""Registers units and keeps what is known of them right."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from audit.services import Fact, record, record_many
from audit.streams import REGISTER
from people.enums import OrganisationKind
from people.models import District, Organisation
from people.pinyin import organisation_sort_key
from people.rules.credit_code import parse_credit_code
from people.sentences import naming

_FIELDS = ("name", "name_en", "pinyin", "credit_code", "district_id", "kind")


@dataclass(frozen=True, kw_only=True)
class OrganisationDetails:
    """What is told of a unit, as typed."""

    name: str
    district: District
    name_en: str = ""
    credit_code: str = ""
    kind: str = OrganisationKind.ENTERPRISE


@transaction.atomic
def register_organisation(
    *, details: OrganisationDetails, actor: str, at: datetime
) -> Organisation:
    """Add one unit; raise ValidationError naming the field that is wrong."""
    organisation = Organisation()
    _fill(organisation, details)
    organisation.full_clean()
    organisation.save(force_insert=True)
    record_many(stream=REGISTER, facts=[_registered(organisation, actor, at)])
    return organisation


@transaction.atomic
def register_organisations(
    *, details: Sequence[OrganisationDetails], actor: str, at: datetime
) -> list[Organisation]:
    """Add many units with one insert and one audit batch, in the order given."""
    organisations = [Organisation() for _row in details]
    for organisation, row in zip(organisations, details, strict=True):
        _fill(organisation, row)
    Organisation.objects.bulk_create(organisations, batch_size=500)
    facts = [_registered(organisation, actor, at) for organisation in organisations]
    record_many(stream=REGISTER, facts=facts)
    return organisations


@transaction.atomic
def update_organisation(
    *,
    organisation: Organisation,
    details: OrganisationDetails,
    actor: str,
    at: datetime,
) -> Organisation:
    """Change what is known of a unit; the event names the fields that changed."""
    organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
    before = {field: getattr(organisation, field) for field in _FIELDS}
    _fill(organisation, details)
    changed = [
        field for field in _FIELDS if getattr(organisation, field) != before[field]
    ]
    if not changed:
        return organisation
    organisation.full_clean()
    organisation.save(update_fields=changed)
    record(
        stream=REGISTER,
        actor=actor,
        action="organisation.updated",
        object_id=f"organisation:{organisation.pk}",
        payload={"name": organisation.name, "fields": changed},
        at=at,
    )
    return organisation


def _fill(organisation: Organisation, details: OrganisationDetails) -> None:
    """Write checked details into a unit that is not saved yet."""
    organisation.name = " ".join(details.name.split())
    organisation.name_en = " ".join(details.name_en.split())
    organisation.pinyin = organisation_sort_key(organisation.name)
    organisation.district = details.district
    organisation.kind = details.kind
    organisation.credit_code = None
    if details.credit_code.strip():
        with naming("credit_code"):
            organisation.credit_code = parse_credit_code(details.credit_code)


def _registered(organisation: Organisation, actor: str, at: datetime) -> Fact:
    return Fact(
        actor=actor,
        action="organisation.registered",
        object_id=f"organisation:{organisation.pk}",
        payload={"name": organisation.name},
        at=at,
    )
