"""Model fields that keep marks exact."""

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

HUNDREDTH = Decimal("0.01")

if TYPE_CHECKING:
    from typing import TypeVar

    SetType = TypeVar("SetType")
    GetType = TypeVar("GetType")

    class _BigIntegerField(models.Field[SetType, GetType]):
        """To the type checker a field of decimals, not of the integers it stores."""

        _pyi_private_set_type: Decimal | int | str
        _pyi_private_get_type: Decimal
        _pyi_lookup_exact_type: Decimal | int | str

else:

    class _BigIntegerField(models.BigIntegerField):
        """The column; takes the two types its annotation has while checking."""

        def __class_getitem__(cls, _types):
            return cls

    SetType = GetType = Any


class HundredthsField(_BigIntegerField[SetType, GetType]):
    """A mark with two decimals, stored as an integer of hundredths.

    Python sees a ``Decimal`` with exactly two places, the database an integer, so
    that sums and comparisons in SQL stay exact on every database.
    """

    description = _("Mark with two decimals")

    def from_db_value(
        self, value: int | None, expression: object, connection: object
    ) -> Decimal | None:
        """Turn stored hundredths into a decimal."""
        return None if value is None else Decimal(value).scaleb(-2)

    def to_python(self, value: Any) -> Decimal | None:
        """Accept decimals, integers and decimal strings of at most two places."""
        if value is None or value == "":
            return None
        number = Decimal(str(value))
        if number != number.quantize(HUNDREDTH, rounding=ROUND_HALF_UP):
            raise ValidationError(
                _("%(value)s has more than two decimals."), params={"value": value}
            )
        return number.quantize(HUNDREDTH)

    def get_prep_value(self, value: Any) -> int | None:
        """Turn a decimal into hundredths; more than two decimals is a fault."""
        number = self.to_python(value)
        return None if number is None else int(number.scaleb(2))

    def formfield(self, **kwargs: Any) -> Any:
        """Offer a decimal input with a step of 0.01."""
        from django import forms  # noqa: PLC0415  # forms are not needed to migrate

        return models.Field.formfield(
            self,
            **{
                "form_class": forms.DecimalField,
                "max_digits": 12,
                "decimal_places": 2,
                **kwargs,
            },
        )
