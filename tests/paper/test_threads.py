"""Several threads of the server print at once and share the faces."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from paper.certificate import certificate_pdf
from tests.paper.sheets import FIRST_PRIZE


def test_documents_drawn_at_once_are_those_drawn_one_by_one():
    sheets = [
        replace(FIRST_PRIZE, salutation=f"{name} 同志：", number=str(number))
        for number, name in enumerate(("单翀", "曾仇", "欧阳修远", "区大相") * 5)
    ]
    one_by_one = [certificate_pdf(sheet) for sheet in sheets]

    with ThreadPoolExecutor(4) as pool:
        at_once = list(pool.map(certificate_pdf, sheets))

    assert at_once == one_by_one
