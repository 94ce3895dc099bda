"""A second start skips what the first has done."""

from tools import prepare


def test_what_was_collected_is_no_source_of_itself(tmp_path, monkeypatch):
    monkeypatch.setattr(prepare, "ROOT", tmp_path)
    monkeypatch.setattr(prepare, "STATIC", tmp_path / "build" / "static")
    (tmp_path / "requirements.txt").write_text("django==5.2.19\n")
    source = tmp_path / "live" / "static" / "board.js"
    collected = tmp_path / "build" / "static" / "board.js"
    for path in (source, collected):
        path.parent.mkdir(parents=True)
        path.write_text("let a\n")

    before = prepare._static_state()
    collected.write_text("let another\n")
    after_collecting = prepare._static_state()
    source.write_text("let another\n")
    after_editing = prepare._static_state()

    assert after_collecting == before
    assert after_editing != before
