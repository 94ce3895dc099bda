"""Certificates as the office prints them: all of an event, and on framed paper."""

import re
from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from paper.lengths import mm
from tests.certificates.podiums import award, certify, podium
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

NAMES = ("王𬭎", "别人")


@pytest.fixture
def made():
    return podium((90, 95), (90, 90), names=NAMES)


@pytest.fixture
def issued(made):
    return certify(made, awards=award(made).awards)


@pytest.fixture
def office(client, made):
    client.force_login(made.officer)
    return client


def url(name, row):
    return reverse(f"certificates:{name}", args=(row.pk,))


def names_on(file):
    """Return which of the two names each page bears."""
    texts = [
        page.extract_text().replace(" ", "")
        for page in PdfReader(BytesIO(file.content)).pages
    ]
    return [name for text in texts for name in NAMES if name in text]


def moves_on(file):
    """Return how far the words of each page are moved, in points right and up."""
    pages = PdfReader(BytesIO(file.content)).pages
    streams = [page.get_contents().get_data().decode("latin-1") for page in pages]
    pattern = re.compile(r"^1 0 0 1 (\S+) (\S+) cm$", re.MULTILINE)
    return [
        (float(right), float(up))
        for stream in streams
        for right, up in pattern.findall(stream)
    ]


def test_all_certificates_of_an_event_are_one_file_in_order(office, made, issued):
    file = office.get(url("event-certificates", made.event))

    assert names_on(file) == list(NAMES)


def test_on_framed_paper_the_words_are_moved_as_asked(office, made, issued):
    file = office.get(url("event-framed", made.event), {"right": "1.5", "down": "-2"})

    assert names_on(file) == list(NAMES)
    assert (
        moves_on(file)
        == [(pytest.approx(1.5 * mm, abs=0.01), pytest.approx(2 * mm, abs=0.01))] * 2
    )


def test_one_certificate_is_printed_without_its_frame(office, issued):
    framed = office.get(url("certificate-pdf", issued[0]))
    words = office.get(
        url("certificate-framed", issued[0]), {"right": "0", "down": "0"}
    )

    assert names_on(words) == names_on(framed) == [NAMES[0]]
    assert len(words.content) < len(framed.content)


def test_the_shift_of_the_printer_is_remembered(office, made, issued):
    office.get(url("event-framed", made.event), {"right": "1.5", "down": "-2"})

    form = office.get(url("certificate-framed", issued[0])).context["form"]

    assert form.initial == {"right": "1.5", "down": "-2"}


@pytest.mark.parametrize("wrong", ["abc", "21", "-20.5", "1.25", "NaN", ""])
def test_a_wrong_shift_is_named_and_nothing_printed(office, made, issued, wrong):
    page = office.get(url("event-framed", made.event), {"right": wrong, "down": "0"})

    assert list(page.context["form"].errors) == ["right"]


def test_nothing_to_print_is_not_found(office, made):
    assert office.get(url("event-framed", made.event)).status_code == 404


def test_who_issues_none_finds_no_page(client, made, issued):
    client.force_login(UserFactory())

    assert client.get(url("event-framed", made.event)).status_code == 404
    assert client.get(url("certificate-framed", issued[0])).status_code == 404
