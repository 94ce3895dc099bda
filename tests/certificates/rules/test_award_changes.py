"""What a corrected result changes in the awards of the version before."""

from certificates.rules.award_changes import Change, NamedAward, compare, stand_by
from certificates.rules.award_facts import AwardDecision, AwardKind, Decision
from certificates.rules.award_reasons import Explanation, Reason


def prize(entry, name, kind="prize"):
    return NamedAward(entry, kind, name)


def shared(entry, code="third"):
    return AwardDecision(
        kind=AwardKind.PRIZE,
        code=code,
        entry=entry,
        decision=Decision.OFFICE,
        explanation=Explanation(Reason.TIE),
    )


def told(changes):
    return [(each.entry, each.change) for each in changes]


def test_losses_come_first_and_what_is_kept_last():
    before = [prize("a", "一等奖"), prize("b", "二等奖"), prize("c", "三等奖")]
    after = [prize("b", "一等奖"), prize("c", "三等奖"), prize("d", "三等奖")]

    assert told(compare(before, after)) == [
        ("a", Change.LOST),
        ("b", Change.CHANGED),
        ("d", Change.GAINED),
        ("c", Change.KEPT),
    ]


def test_a_prize_and_a_medal_of_one_entry_are_two_awards():
    before = [prize("a", "一等奖"), prize("a", "金牌", kind="medal")]
    after = [prize("a", "一等奖"), prize("a", "银牌", kind="medal")]

    assert told(compare(before, after)) == [("a", Change.CHANGED), ("a", Change.KEPT)]


def test_a_new_english_name_is_another_award_on_paper():
    before, after = (
        NamedAward("a", "prize", "一等奖"),
        NamedAward("a", "prize", "一等奖", "First Prize"),
    )

    assert told(compare([before], [after])) == [("a", Change.CHANGED)]


def test_nothing_before_means_everybody_gains():
    assert told(compare([], [prize("a", "一等奖")])) == [("a", Change.GAINED)]


def test_what_the_office_chose_stands_while_the_place_is_shared():
    decided = stand_by([shared("a"), shared("b")], {("a", "third"), ("b", "second")})

    assert [each.decision for each in decided] == [Decision.GIVEN, Decision.OFFICE]
