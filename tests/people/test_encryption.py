"""Identity numbers at rest: unreadable, bound to their place, found by hash."""

import base64
import hashlib
import hmac

import pytest
from django.core.exceptions import FieldError
from django.db import connection

from people.encryption import DecryptionFailed, decrypt, encrypt, search_hash
from people.models import Person

NUMBER = "330699199003070015"
OLD = "old:" + base64.b64encode(b"a" * 32).decode()
NEW = "new:" + base64.b64encode(b"b" * 32).decode()


@pytest.fixture(autouse=True)
def keys(settings):
    settings.IDENTITY_KEYS = [NEW, OLD]
    settings.IDENTITY_INDEX_KEY = base64.b64encode(b"c" * 32).decode()


def test_sealed_text_opens_again():
    token = encrypt(NUMBER, associated="people.Person.phone")
    assert decrypt(token, associated="people.Person.phone") == NUMBER
    assert NUMBER not in token


def test_two_seals_of_one_text_differ():
    assert encrypt(NUMBER, associated="x") != encrypt(NUMBER, associated="x")


def test_newest_key_seals_and_older_ones_still_open(settings):
    settings.IDENTITY_KEYS = [OLD]
    token = encrypt(NUMBER, associated="x")
    settings.IDENTITY_KEYS = [NEW, OLD]
    assert decrypt(token, associated="x") == NUMBER
    assert encrypt(NUMBER, associated="x").startswith("new:")


def test_key_that_is_gone_is_named(settings):
    token = encrypt(NUMBER, associated="x")
    settings.IDENTITY_KEYS = [OLD]
    with pytest.raises(DecryptionFailed, match="No key named 'new'"):
        decrypt(token, associated="x")


def test_other_key_under_the_same_name_does_not_open(settings):
    token = encrypt(NUMBER, associated="x")
    settings.IDENTITY_KEYS = ["new:" + base64.b64encode(b"d" * 32).decode()]
    with pytest.raises(DecryptionFailed):
        decrypt(token, associated="x")


def test_token_moved_to_another_column_does_not_open():
    token = encrypt(NUMBER, associated="people.Person.phone")
    with pytest.raises(DecryptionFailed):
        decrypt(token, associated="people.Person.identity_number")


def test_changed_token_does_not_open():
    key_id, _colon, body = encrypt(NUMBER, associated="x").partition(":")
    raw = bytearray(base64.b64decode(body))
    raw[-1] ^= 1
    with pytest.raises(DecryptionFailed):
        decrypt(f"{key_id}:{base64.b64encode(raw).decode()}", associated="x")


def test_search_hash_is_keyed():
    expected = hmac.new(b"c" * 32, NUMBER.encode(), hashlib.sha256).hexdigest()
    assert search_hash(NUMBER) == expected


@pytest.mark.django_db
def test_column_holds_no_readable_number():
    person = Person.objects.create(name="单小明", identity_number=NUMBER, phone="139")
    with connection.cursor() as cursor:
        cursor.execute("SELECT identity_number, phone FROM people_person")
        number, phone = cursor.fetchone()
    assert (number[:4], phone[:4]) == ("new:", "new:")
    stored = Person.objects.get(pk=person.pk)
    assert (stored.identity_number, stored.phone) == (NUMBER, "139")
    assert stored.masked_identity == "330***********0015"


@pytest.mark.django_db
def test_encrypted_column_cannot_be_filtered_on():
    with pytest.raises(FieldError, match=r"people\.Person\.phone is encrypted"):
        Person.objects.filter(phone="139").exists()
