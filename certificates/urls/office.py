"""Awards, policies, titles and certificates in the office."""

from django.urls import path

from certificates.views import (
    awards,
    certificates,
    framed,
    issuing,
    making,
    policies,
    renewal,
    titles,
)

_EVENT = "office/events/<uuid:event_id>/"
_POLICY = "office/policies/<uuid:policy_id>/"
_CERTIFICATE = "office/certificates/<uuid:certificate_id>"

urlpatterns = [
    path(f"{_EVENT}awards/", awards.award_list, name="award-list"),
    path(f"{_EVENT}awards/policy/", awards.policy_choose, name="policy-choose"),
    path(f"{_EVENT}awards/make/", making.awards_make, name="awards-make"),
    path(f"{_EVENT}awards/changes/", renewal.award_changes, name="award-changes"),
    path(f"{_EVENT}awards/give/<uuid:entry_id>/", awards.award_give, name="award-give"),
    path(
        f"{_EVENT}certificates/issue/",
        issuing.certificates_issue,
        name="certificates-issue",
    ),
    path(
        f"{_EVENT}certificates.pdf",
        certificates.event_certificates_pdf,
        name="event-certificates",
    ),
    path(f"{_EVENT}certificates/framed/", framed.event_framed, name="event-framed"),
    path("office/policies/", policies.policy_list, name="policy-list"),
    path("office/policies/add/", policies.policy_add, name="policy-add"),
    path(_POLICY, policies.policy_detail, name="policy-detail"),
    path(f"{_POLICY}edit/", policies.policy_edit, name="policy-edit"),
    path("office/titles/", titles.title_list, name="title-list"),
    path("office/titles/grant/", titles.titles_grant, name="titles-grant"),
    path(
        "office/titles/certificates/",
        issuing.title_certificates,
        name="title-certificates",
    ),
    path(
        "office/titles/<uuid:grant_id>/revoke/",
        titles.title_revoke,
        name="title-revoke",
    ),
    path(
        "office/certificates/", certificates.certificate_list, name="certificate-list"
    ),
    path(f"{_CERTIFICATE}.pdf", certificates.certificate_pdf, name="certificate-pdf"),
    path(
        f"{_CERTIFICATE}/framed/",
        framed.certificate_framed,
        name="certificate-framed",
    ),
    path(
        f"{_CERTIFICATE}/", certificates.certificate_detail, name="certificate-detail"
    ),
    path(
        f"{_CERTIFICATE}/revoke/",
        certificates.certificate_revoke,
        name="certificate-revoke",
    ),
    path(
        f"{_CERTIFICATE}/replace/",
        certificates.certificate_replace,
        name="certificate-replace",
    ),
]
