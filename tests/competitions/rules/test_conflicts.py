"""Conflicts: same employer, or the judge competes."""

from competitions.rules.conflicts import (
    Conflict,
    ConflictReason,
    EntryParties,
    Party,
    find_conflicts,
)


def party(person, *employers):
    return Party(person, frozenset(employers))


def test_judge_of_the_same_employer_as_one_member_is_in_conflict():
    team = EntryParties("team", (party("wang", "mill"), party("li", "dye works")))

    assert find_conflicts([party("zhao", "dye works")], [team]) == [
        Conflict("zhao", "team", "li", ConflictReason.SAME_EMPLOYER, "dye works")
    ]


def test_judge_who_competes_is_in_conflict():
    entry = EntryParties("entry", (party("zhao", "mill"),))

    assert find_conflicts([party("zhao")], [entry]) == [
        Conflict("zhao", "entry", "zhao", ConflictReason.SAME_PERSON)
    ]


def test_people_without_an_employer_share_none():
    assert find_conflicts([party("zhao")], [EntryParties("e", (party("li"),))]) == []


def test_every_conflict_is_listed_in_a_stable_order():
    judges = [party("zhao", "mill", "school"), party("qian", "school")]
    entries = [
        EntryParties("1", (party("sun", "school", "mill"),)),
        EntryParties("2", (party("li", "port"),)),
    ]

    found = find_conflicts(judges, iter(entries))

    assert [(each.judge, each.entry, each.employer) for each in found] == [
        ("zhao", "1", "mill"),
        ("zhao", "1", "school"),
        ("qian", "1", "school"),
    ]
