"""A slow step is done again exactly when its inputs change."""

from tools import stamp


def test_a_step_is_done_once_for_the_same_files(tmp_path):
    pins = tmp_path / "requirements.txt"
    pins.write_text("django==5.2.19\n")
    done = tmp_path / "new" / ".installed"

    before = stamp.is_done(done, stamp.digest([pins]))
    stamp.mark_done(done, stamp.digest([pins]))
    after = stamp.is_done(done, stamp.digest([pins]))
    pins.write_text("django==5.2.20\n")
    changed = stamp.is_done(done, stamp.digest([pins]))

    assert (before, after, changed) == (False, True, False)


def test_the_digest_tells_files_apart(tmp_path):
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_text("ab")
    two.write_text("ab")

    assert stamp.digest([one]) != stamp.digest([two])
    assert stamp.digest([one, two]) == stamp.digest([two, one])
