"""Workbooks that were handed in: looked at before they are saved, kept afterwards."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from competitions.models import Component
from people.keys import uuid7
from people.models import User
from scoring.models.scheme import MarkingScheme


class SchemeUpload(models.Model):
    """A marking scheme's workbook as it was handed in, byte for byte."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    component = models.ForeignKey(
        Component, on_delete=models.CASCADE, related_name="scheme_uploads"
    )
    file_name = models.CharField(_("file"), max_length=200)
    content = models.BinaryField()
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    scheme = models.ForeignKey(
        MarkingScheme,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="uploads",
    )
    saved_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.file_name
