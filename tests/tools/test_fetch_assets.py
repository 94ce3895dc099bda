"""Front-end files are whole and name nothing that is not served."""

import pytest

from tools import fetch_assets


@pytest.mark.parametrize(
    ("fetched", "kept"),
    [
        (b"a{}\n/*# sourceMappingURL=tabler.min.css.map */", b"a{}\n"),
        (b"let a\n//# sourceMappingURL=htmx.min.js.map\n", b"let a\n\n"),
        ("p::after{content:'越'}".encode(), "p::after{content:'越'}".encode()),
    ],
)
def test_source_maps_are_not_named(fetched, kept):
    assert fetch_assets.text(fetched) == kept


def test_every_file_was_fetched():
    assert fetch_assets.missing() == []


def test_a_reader_never_sees_half_a_file(tmp_path):
    target = tmp_path / "deep" / "file.css"

    fetch_assets.write(target, b"whole")

    assert target.read_bytes() == b"whole"
    assert list(target.parent.iterdir()) == [target]
