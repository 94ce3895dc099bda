"""Schemes on their pages: who prepares them, workbooks to hand in, usual requests."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from scoring.exports.cis_workbook import write_scheme
from scoring.models import SchemeUpload
from scoring.services.scheme_store import save_scheme
from tests.factories import (
    NOW,
    ComponentFactory,
    EventFactory,
    RoleAssignmentFactory,
    StageFactory,
    UserFactory,
)
from tests.scoring.halls import scheme_of


def component_of(event=None):
    """A component that is marked with a scheme."""
    return ComponentFactory(stage=StageFactory(event=event or EventFactory()), code="P")


def preparer(event):
    """The organiser of the event's competition, who prepares its schemes."""
    return RoleAssignmentFactory(
        role__code="organiser", competition=event.competition
    ).user


def kept(component, scheme=None):
    """A scheme that is kept for a component."""
    return save_scheme(
        component=component,
        scheme=scheme or scheme_of(),
        file_name="方案.xlsx",
        by=UserFactory(),
        at=NOW,
    )


def page(name, *args):
    return reverse(f"scoring:{name}", args=args)


def hand_in(client, component, content=None, name="方案.xlsx"):
    """Hand a workbook in and return the answer."""
    content = write_scheme(scheme_of()) if content is None else content
    return client.post(
        page("scheme-import-add", component.pk),
        {"file": SimpleUploadedFile(name, content)},
    )


def uploaded(client, component, content):
    """Hand a good workbook in and return what is kept of it."""
    assert hand_in(client, component, content).status_code == 302
    return SchemeUpload.objects.get(component=component)
