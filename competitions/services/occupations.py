"""Adds occupations to the dictionary when an event names one for the first time."""

from competitions.models import Occupation


def keep_occupation(occupation: Occupation) -> Occupation:
    """Return the occupation on record, added now when its code is new."""
    if not occupation._state.adding:  # noqa: SLF001  # Django's word for "not saved"
        return occupation
    kept, _is_new = Occupation.objects.get_or_create(
        code=occupation.code,
        defaults={"name": occupation.name, "edition": occupation.edition},
    )
    return kept
