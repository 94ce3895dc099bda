"""The models of audit."""

from audit.models.event import AuditEvent
from audit.models.stream import AuditStream

__all__ = ["AuditEvent", "AuditStream"]
