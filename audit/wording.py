"""How an action reads as a sentence: upper apps register theirs when they start."""

from typing import TYPE_CHECKING, Any

from audit.models import AuditEvent

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

_templates: dict[str, "_StrOrPromise"] = {}


class _Payload(dict[str, Any]):
    """A payload whose lists read as words and whose gaps, in old events, as dashes."""

    def __getitem__(self, key: str) -> Any:
        value = super().__getitem__(key)
        return ", ".join(map(str, value)) if isinstance(value, list) else value

    def __missing__(self, key: str) -> str:
        return "–"


def register(action: str, template: "_StrOrPromise") -> None:
    """Let an action read as a lazily translated sentence.

    Named places such as ``%(name)s`` are filled from the payload of the event.
    """
    _templates[action] = template


def sentence(event: AuditEvent) -> str:
    """Return what happened in the reader's language, or the code of the action."""
    template = _templates.get(event.action)
    if template is None:
        return event.action
    return str(template) % _Payload(event.payload)
