"""Keeps identity numbers unreadable in the database, yet findable.

Values are sealed with AES-256-GCM under a named key, so that keys can be changed
while old rows stay readable; equality searches go through an HMAC with its own key.
"""

import base64
import hashlib
import hmac
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

_NONCE_BYTES = 12


class DecryptionFailed(Exception):
    """A stored value cannot be opened: unknown key, wrong place or changed bytes."""


def encrypt(text: str, *, associated: str) -> str:
    """Seal a text under the newest key as ``<key id>:<base64 of nonce and cipher>``.

    ``associated`` names the place the value belongs to (``people.Person.phone``); a
    value copied elsewhere does not open.
    """
    key_id, key = _keys()[0]
    nonce = secrets.token_bytes(_NONCE_BYTES)
    sealed = AESGCM(key).encrypt(nonce, text.encode(), associated.encode())
    return f"{key_id}:{base64.b64encode(nonce + sealed).decode()}"


def decrypt(token: str, *, associated: str) -> str:
    """Open what ``encrypt`` sealed; raise DecryptionFailed when it does not open."""
    key_id, _, body = token.partition(":")
    key = dict(_keys()).get(key_id)
    if key is None:
        raise DecryptionFailed(f"No key named {key_id!r} in IDENTITY_KEYS.")
    raw = base64.b64decode(body)
    try:
        opened = AESGCM(key).decrypt(
            raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], associated.encode()
        )
    except InvalidTag as error:
        raise DecryptionFailed(f"A value of {associated} was changed.") from error
    return opened.decode()


def search_hash(number: str) -> str:
    """Return the keyed hash by which a normalised number is found (64 hex digits)."""
    key = base64.b64decode(settings.IDENTITY_INDEX_KEY)
    return hmac.new(key, number.encode(), hashlib.sha256).hexdigest()


def _keys() -> list[tuple[str, bytes]]:
    """Return the configured keys, newest first."""
    pairs = (entry.partition(":") for entry in settings.IDENTITY_KEYS)
    return [(key_id, base64.b64decode(key)) for key_id, _, key in pairs]
