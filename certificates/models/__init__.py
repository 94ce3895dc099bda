"""The nouns of what is earned."""

from certificates.models.award import Award
from certificates.models.certificate import (
    Certificate,
    CertificateTemplate,
    NumberSeries,
)
from certificates.models.policy import AwardPolicy, PolicyChoice
from certificates.models.title import TitleGrant, TitleType

__all__ = [
    "Award",
    "AwardPolicy",
    "Certificate",
    "CertificateTemplate",
    "NumberSeries",
    "PolicyChoice",
    "TitleGrant",
    "TitleType",
]
