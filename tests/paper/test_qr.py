"""The drawn code has exactly the modules of the standard."""

import re
import xml.etree.ElementTree as ET

import segno

from paper.document import new_document
from paper.inks import BLACK
from paper.qr import draw_qr, matrix, qr_svg
from tests.paper.reading import pages

URL = "https://yuejiang.example.cn/v/8Jk2mQ4tYx0ZbNc7"


def expected_modules():
    code = segno.make_qr(URL, error="m", boost_error=False)
    return [[bool(cell) for cell in row] for row in code.matrix]


def test_the_matrix_is_that_of_the_standard():
    assert [list(row) for row in matrix(URL)] == expected_modules()


def test_the_path_on_the_page_covers_the_dark_modules_once():
    with new_document((200, 200), title="QR") as document:
        draw_qr(document.canvas, 10, 20, 100, URL, BLACK)
        document.canvas.showPage()
    (page,) = pages(document.content)
    stream = page.get_contents().get_data().decode("latin-1")

    drawn = [[False] * len(matrix(URL)) for _ in matrix(URL)]
    for x, y, length, height in re.findall(r"(\d+) (\d+) (\d+) (\d+) re", stream):
        assert height == "1"
        for column in range(int(x), int(x) + int(length)):
            assert not drawn[int(y)][column]
            drawn[int(y)][column] = True

    assert drawn == expected_modules()


def test_the_path_fills_the_given_square():
    with new_document((200, 200), title="QR") as document:
        draw_qr(document.canvas, 10, 20, 100, URL, BLACK)
        document.canvas.showPage()
    (page,) = pages(document.content)
    stream = page.get_contents().get_data().decode("latin-1")

    matrices = re.findall(r"([-\d. ]+) cm", stream)
    module = 100 / len(matrix(URL))
    placed = [round(float(number), 4) for number in matrices[-1].split()]
    assert placed == [round(module, 4), 0, 0, round(-module, 4), 10, 120]


def test_the_svg_needs_no_style_and_keeps_its_quiet_zone():
    svg = qr_svg(URL, scale=4, title="A<B & C")
    root = ET.fromstring(svg)

    attributes = {name for node in root.iter() for name in node.attrib}
    side = (len(matrix(URL)) + 2 * 4) * 4
    assert "style" not in attributes
    assert "<style" not in svg
    assert (root.get("width"), root.get("height")) == (f"{side}px", f"{side}px")
    assert root.get("viewBox") == f"0 0 {side} {side}"
    assert root.findtext("{http://www.w3.org/2000/svg}title") == "A<B & C"
