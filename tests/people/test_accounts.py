"""Accounts, devices, and who may do what."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.core.management import call_command

from audit.models import AuditEvent
from people import queries
from people.models import Device, User
from people.permissions import can_edit_people, can_see_people
from people.services import actor_of, create_user, enrol_device, note_device
from tests.people.factories import ACTOR, AT, make_person, make_user

pytestmark = pytest.mark.django_db


def test_account_of_a_person_bears_the_persons_name():
    person = make_person("单小明")
    user = create_user(
        username="shan", password="Kiln-42-blue", person=person, actor=ACTOR, at=AT
    )
    assert user.check_password("Kiln-42-blue")
    assert (str(user), user.get_short_name()) == ("单小明", "单小明")
    event = AuditEvent.objects.get(action="user.created")
    assert event.payload == {"username": "shan", "name": "单小明"}


def test_user_name_is_taken_once():
    create_user(username="shan", password="x", actor=ACTOR, at=AT)
    with pytest.raises(ValidationError) as refused:
        create_user(username="shan", password="x", actor=ACTOR, at=AT)
    assert list(refused.value.message_dict) == ["username"]


def test_administrator_is_made_without_a_mailbox(monkeypatch):
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", "Kiln-42-blue")
    call_command("createsuperuser", interactive=False, username="root", verbosity=0)
    assert User.objects.get().is_superuser


def test_actors_are_named_in_one_statement(django_assert_num_queries):
    first = make_user("one", name="单小明")
    second = make_user("two")
    with django_assert_num_queries(1):
        names = queries.actor_names([actor_of(first), actor_of(second), "system"])
    assert names == {actor_of(first): "单小明", actor_of(second): "two"}


@pytest.mark.parametrize(
    ("capabilities", "may_see", "may_edit"),
    [
        ((), False, False),
        (("people.see",), True, False),
        (("people.see", "people.edit"), True, True),
        (("competition.edit",), False, False),
    ],
)
def test_capabilities_open_the_register(capabilities, may_see, may_edit):
    user = make_user("officer", *capabilities)
    assert (can_see_people(user), can_edit_people(user)) == (may_see, may_edit)


def test_system_administrator_may_do_all_and_a_stranger_nothing():
    assert can_edit_people(make_user("root", is_superuser=True))
    assert not can_see_people(AnonymousUser())


def test_closed_account_may_do_nothing():
    user = make_user("gone", "people.see", is_superuser=True, is_active=False)
    assert not can_see_people(user)


def test_device_is_known_by_its_key_which_is_not_kept():
    device, key = enrol_device(name="平板 1", actor=ACTOR, at=AT)
    assert queries.device_by_key(key) == device
    assert queries.device_by_key(key + "x") is None
    assert key not in str(Device.objects.values().get())
    assert key not in str(AuditEvent.objects.values().get())


def test_sequence_of_a_device_only_grows():
    device, _key = enrol_device(name="平板 1", actor=ACTOR, at=AT)
    for turn, sequence in enumerate([3, 7, 5]):
        seen = AT + timedelta(seconds=turn)
        note_device(device_id=device.pk, sequence=sequence, at=seen)
    stored = Device.objects.get()
    assert (stored.last_sequence, stored.last_seen_at) == (
        7,
        AT + timedelta(seconds=2),
    )
