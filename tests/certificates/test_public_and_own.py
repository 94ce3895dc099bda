"""What anybody learns of a certificate, and what only its holder finds."""

from datetime import date
from io import BytesIO
from urllib.parse import quote

import pytest
from django.core.cache import cache
from django.urls import reverse
from pypdf import PdfReader

from certificates.services.voiding import replace_certificate, revoke_certificate
from certificates.views.verification import TRIES
from tests.certificates.podiums import (
    DECIDED_ON,
    award,
    certify,
    field,
    grant,
    podium,
)
from tests.factories import NOW, RoleAssignmentFactory, UserFactory

pytestmark = pytest.mark.django_db

NAME = "王𬭎"
IDENTITY = "330699199001028765"


@pytest.fixture(autouse=True)
def _forget_tries():
    cache.clear()


@pytest.fixture
def made():
    return podium((90, 95), (90, 90), names=(NAME, "别人"))


@pytest.fixture
def issued(made):
    return certify(made, awards=award(made).awards)


def verify(client, token):
    return client.get(reverse("certificates:verify", args=(token,)))


def search(client, number, name):
    return client.post(
        reverse("certificates:verify-search"), {"number": number, "name": name}
    )


def code_of(file):
    """Return what the code of a printed certificate leads to."""
    (link,) = PdfReader(BytesIO(file.content)).pages[0]["/Annots"]
    return link["/A"]["/URI"]


def test_anybody_sees_the_printed_fields_and_nothing_more(client, made, issued):
    person = made.person(1)
    person.identity_number, person.phone = IDENTITY, "13900000019"
    person.born_on = date(1990, 1, 2)
    person.save()

    page = verify(client, issued[0].token)
    text = page.content.decode()

    assert page.status_code == 200
    for printed in (NAME, "一等奖", issued[0].number, made.event.name, "testserver"):
        assert printed in text
    for secret in (IDENTITY, IDENTITY[-4:], "1990", "13900000019"):
        assert secret not in text
    assert str(person.pk) not in text
    assert "别人" not in text
    assert "no-store" in page["Cache-Control"]


def test_the_team_and_the_document_are_shown_as_printed(client):
    made = field(31)
    outcome = award(made)
    made.entries[0].team_name = "越匠一队"
    made.entries[0].save()
    (prize,) = certify(made, awards=outcome.awards[:1])
    (title,) = certify(made, grants=grant(made, outcome.eligible[:1]))

    assert "越匠一队" in verify(client, prize.token).content.decode()
    shown = verify(client, title.token).content.decode()
    assert "关于授予“绍兴市技术能手”称号的决定" in shown
    assert made.event.name not in shown


def test_what_does_not_stand_on_the_sheet_is_not_shown(client, made):
    made.entries[0].organisation.name = "绍兴某厂"
    made.entries[0].organisation.save()
    (prize, *_) = certify(made, awards=award(made).awards[:1])

    shown = verify(client, prize.token).content.decode()

    assert "职工组" in shown
    assert "绍兴某厂" not in shown
    assert "First Prize" not in shown


def test_the_english_line_is_shown_where_it_is_printed(client, made):
    person, event = made.person(1), made.event
    person.name_en, event.competition.name_en = "WANG Fang", "Shaoxing Skills"
    person.save()
    event.competition.save()
    (prize, *_) = certify(made, awards=award(made).awards[:1])

    shown = verify(client, prize.token).content.decode()

    assert prize.printed["english"] in shown


def test_checking_reads_one_row(client, issued, django_assert_num_queries):
    with django_assert_num_queries(1):
        verify(client, issued[0].token)


def test_a_revoked_certificate_says_so_without_the_reason(client, made, issued):
    revoke_certificate(
        certificate=issued[0], reason="冒名顶替", by=made.officer, at=NOW
    )

    text = verify(client, issued[0].token).content.decode()

    assert "proof-wrong" in text
    assert "冒名顶替" not in text


def test_a_corrected_certificate_does_not_lead_to_the_new_one(client, made, issued):
    new = replace_certificate(
        certificate=issued[0],
        reason="姓名有误",
        issued_on=DECIDED_ON,
        by=made.officer,
        at=NOW,
    )

    text = verify(client, issued[0].token).content.decode()

    assert "proof-warn" in text
    assert new.token not in text


def test_an_unknown_token_is_not_found(client):
    page = verify(client, "unknown")

    assert page.status_code == 404
    assert "proof-neutral" in page.content.decode()


def test_number_and_name_together_lead_to_the_certificate(client, issued):
    page = search(client, issued[0].number, NAME)

    assert page.url == reverse("certificates:verify", args=(issued[0].token,))


@pytest.mark.parametrize("brackets", ["()", "（）", "[]"])
def test_a_number_is_found_with_the_brackets_of_any_keyboard(client, issued, brackets):
    typed = issued[0].number.translate(str.maketrans("〔〕", brackets))

    page = search(client, f"{typed} ", NAME)

    assert page.url == reverse("certificates:verify", args=(issued[0].token,))


def test_a_wrong_name_answers_as_a_wrong_number_does(client, issued):
    wrong_name = search(client, issued[0].number, "别人")
    wrong_number = search(client, "绍技赛〔2026〕999-999", NAME)

    assert wrong_name.context["is_missing"] is wrong_number.context["is_missing"]
    assert issued[0].token not in wrong_name.content.decode()


def test_too_many_tries_are_refused(client, issued):
    for _ in range(TRIES):
        search(client, "绍技赛〔2026〕999-999", "x")

    assert search(client, issued[0].number, NAME).status_code == 429


def test_the_winner_downloads_the_certificate(client, made, issued):
    client.force_login(UserFactory(person=made.person(1)))
    path = reverse("certificates:my-certificate", args=(issued[0].pk,))

    page = client.get(reverse("certificates:my-page"))
    file = client.get(path)

    assert file["Content-Disposition"] == (
        "attachment; filename*=utf-8''" + quote(f"一等奖 {issued[0].number}.pdf")
    )
    assert path in page.content.decode()
    text = PdfReader(BytesIO(file.content)).pages[0].extract_text()
    assert NAME in text.replace(" ", "")
    assert issued[0].number in text


def test_the_code_leads_to_the_public_address_wherever_it_is_printed(
    client, made, issued, settings
):
    settings.PUBLIC_URL = "https://skills.example.org"
    client.force_login(UserFactory(person=made.person(1)))
    path = reverse("certificates:my-certificate", args=(issued[0].pk,))

    file = client.get(path, headers={"host": "127.0.0.1"})

    assert code_of(file) == f"https://skills.example.org/v/{issued[0].token}/"


def test_without_a_public_address_the_code_leads_where_it_was_printed(
    client, made, issued, settings
):
    settings.PUBLIC_URL = ""
    client.force_login(UserFactory(person=made.person(1)))
    path = reverse("certificates:my-certificate", args=(issued[0].pk,))

    file = client.get(path, headers={"host": "127.0.0.1"})

    assert code_of(file) == f"http://127.0.0.1/v/{issued[0].token}/"


def test_the_certificate_of_another_is_not_found(client, made, issued):
    client.force_login(UserFactory(person=made.person(2)))
    path = reverse("certificates:my-certificate", args=(issued[0].pk,))

    assert client.get(path).status_code == 404
    client.force_login(UserFactory())
    assert client.get(path).status_code == 404


def test_a_result_is_not_shown_before_it_is_published(client, made):
    client.force_login(UserFactory(person=made.person(1)))

    (own,) = client.get(reverse("certificates:my-page")).context["entries"]

    assert own.result is None


def test_an_account_without_a_person_has_an_empty_page(client):
    client.force_login(UserFactory(name="李明", username="liming"))

    page = client.get(reverse("certificates:my-page")).content.decode()

    assert "李明" in page
    assert "liming" in page
    assert reverse("desk:home") not in page


def test_who_has_work_elsewhere_is_led_there(client):
    client.force_login(RoleAssignmentFactory(role__code="judge").user)

    page = client.get(reverse("certificates:my-page")).content.decode()

    assert reverse("desk:home") in page


def test_a_competitor_is_not_led_round_in_a_circle(client):
    client.force_login(RoleAssignmentFactory(role__code="competitor").user)

    page = client.get(reverse("certificates:my-page")).content.decode()

    assert reverse("desk:home") not in page


def test_a_published_result_and_its_board_are_linked(
    client, made, django_capture_on_commit_callbacks
):
    client.force_login(UserFactory(person=made.person(1)))
    before = client.get(reverse("certificates:my-page")).context["entries"]

    with django_capture_on_commit_callbacks(execute=True):
        made.publish()

    (own,) = client.get(reverse("certificates:my-page")).context["entries"]
    assert [link.url for link in before[0].links] == []
    assert [link.url for link in own.links] == [
        reverse("live:results", kwargs={"event_id": made.event.pk}),
        reverse("live:board", kwargs={"event_id": made.event.pk}),
    ]


def test_nobody_signed_out_opens_the_own_page(client):
    assert client.get(reverse("certificates:my-page")).status_code == 302


def test_the_dossier_tells_title_result_and_certificate(client):
    made = field(31)
    outcome = award(made)
    grant(made, outcome.eligible[:1])
    (first, *_) = certify(made, awards=outcome.awards)
    client.force_login(made.officer)

    text = client.get(
        reverse("people:dossier", args=(made.person(1).pk,))
    ).content.decode()

    for told in ("绍兴市技术能手", "绍市人社发〔2026〕41号", "一等奖", first.number):
        assert told in text


def dossier_of(client, person):
    return client.get(reverse("people:dossier", args=(person.pk,))).content.decode()


def test_the_dossier_keeps_void_certificates_with_their_reason(client, made, issued):
    revoke_certificate(
        certificate=issued[0], reason="冒名顶替", by=made.officer, at=NOW
    )
    client.force_login(made.officer)

    text = dossier_of(client, made.person(1))

    for told in (
        "冒名顶替",
        reverse("certificates:certificate-detail", args=(issued[0].pk,)),
        reverse("competitions:event-detail", args=(made.event.pk,)),
    ):
        assert told in text


def test_the_dossier_leads_nobody_where_he_finds_nothing(client, made, issued):
    client.force_login(RoleAssignmentFactory(role__code="administrator").user)

    text = dossier_of(client, made.person(1))

    assert issued[0].number in text
    assert reverse("certificates:certificate-detail", args=(issued[0].pk,)) not in text
    assert reverse("competitions:event-detail", args=(made.event.pk,)) in text
