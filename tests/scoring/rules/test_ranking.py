"""Ranks: 1, 2, 2, 4, tie-break chains and why each place is what it is."""

from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from scoring.rules.ranking import (
    Contender,
    InvalidChain,
    Ranked,
    check_chain,
    explain,
    rank,
)


def contender(entry, total, **values):
    named = {name.replace("_", ":"): Decimal(value) for name, value in values.items()}
    return Contender(entry, {"total": Decimal(total), **named})


def ranks(ranked):
    return [(each.entry, each.rank) for each in ranked]


def test_equal_totals_share_a_rank_and_the_next_is_skipped():
    ranked = rank(
        [
            contender("d", "70.00"),
            contender("b", "80.00"),
            contender("a", "90.00"),
            contender("c", "80.00"),
        ]
    )

    assert ranks(ranked) == [("a", 1), ("b", 2), ("c", 2), ("d", 4)]
    assert [each.is_shared for each in ranked] == [False, True, True, False]


@pytest.mark.parametrize(
    ("chain", "order"),
    [
        (["total"], [("a", 1), ("b", 1), ("c", 1)]),
        (["total", "component:P"], [("b", 1), ("c", 1), ("a", 3)]),
        (["total", "component:P", "criterion:D"], [("c", 1), ("b", 2), ("a", 3)]),
        (["total", "criterion:D"], [("a", 1), ("c", 2), ("b", 3)]),
        (["component:P", "total"], [("b", 1), ("c", 1), ("a", 3)]),
        (["criterion:D", "total"], [("a", 1), ("c", 2), ("b", 3)]),
    ],
)
def test_chain_breaks_ties_step_by_step(chain, order):
    tied = [
        contender("a", 80, component_P=70, criterion_D=9),
        contender("b", 80, component_P=75, criterion_D=7),
        contender("c", 80, component_P=75, criterion_D=8),
    ]

    assert ranks(rank(tied, chain)) == order


def test_the_total_need_not_come_first():
    ranked = rank(
        [contender("a", 90, component_P=60), contender("b", 80, component_P=70)],
        ["component:P", "total"],
    )

    assert ranks(ranked) == [("b", 1), ("a", 2)]


def test_entry_that_lacks_a_value_comes_after_those_with_one():
    ranked = rank(
        [contender("a", 80), contender("b", 80, component_P=0)],
        ["total", "component:P"],
    )

    assert ranks(ranked) == [("b", 1), ("a", 2)]


def test_each_entry_names_the_comparator_that_set_it_apart():
    ranked = rank(
        [
            contender("a", 90, component_P=60),
            contender("b", 80, component_P=75, criterion_D=9),
            contender("c", 80, component_P=75, criterion_D=8),
            contender("d", 80, component_P=70, criterion_D=9),
            contender("e", 60, component_P=70),
        ],
        ["total", "component:P", "criterion:D"],
    )

    assert [each.decided_by for each in ranked] == [
        "total",
        "criterion:D",
        "criterion:D",
        "component:P",
        "total",
    ]


def test_incomplete_entries_are_not_ranked():
    unfinished = Contender("a", {"total": Decimal(99)}, is_complete=False)

    assert ranks(rank([unfinished, contender("b", 50)])) == [("b", 1), ("a", None)]
    assert ranks(rank([unfinished, contender("b", 50)], only_complete=False)) == [
        ("a", 1),
        ("b", 2),
    ]


@pytest.mark.parametrize(
    ("ranked", "sentence"),
    [
        (Ranked("a", None), "Not ranked: not every mark is complete."),
        (Ranked("a", 1), "Rank 1."),
        (Ranked("a", 2, decided_by="total"), "Rank 2 by the total."),
        (
            Ranked("a", 2, is_shared=True),
            "Rank 2 is shared: every comparator is equal.",
        ),
        (
            Ranked("a", 2, decided_by="component:P"),
            "Rank 2: component:P decided.",
        ),
    ],
)
def test_rank_is_explained(ranked, sentence):
    assert str(explain(ranked)) == sentence


@pytest.mark.parametrize(
    ("chain", "sentence"),
    [
        ([], "The tie-break chain is empty; begin with “total”."),
        (["total", "component:"], "“component:” is no comparator; use total,"),
        (["Total"], "“Total” is no comparator; use total,"),
        (["total", "time"], "“time” is no comparator; use total,"),
        (["total", "manual"], "“manual” is no comparator; use total,"),
        (["total", "total"], "“total” stands twice in the tie-break chain;"),
    ],
)
def test_chain_that_cannot_be_is_refused(chain, sentence):
    with pytest.raises(InvalidChain) as caught:
        check_chain(chain)

    assert sentence in str(caught.value)


small = st.integers(0, 3).map(Decimal)
contenders = st.lists(
    st.builds(
        Contender,
        entry=st.text("abcdefgh", min_size=1, max_size=3),
        values=st.fixed_dictionaries({"total": small}, optional={"component:P": small}),
        is_complete=st.booleans(),
    ),
    unique_by=lambda contender: contender.entry,
    max_size=12,
)


@given(contenders, st.randoms())
def test_ranks_do_not_depend_on_the_order_of_entries(entries, random):
    shuffled = list(entries)
    random.shuffle(shuffled)

    chain = ["total", "component:P"]
    assert rank(shuffled, chain) == rank(entries, chain)


@given(contenders)
def test_rank_is_one_more_than_the_number_of_better_entries(entries):
    complete = [entry for entry in entries if entry.is_complete]
    totals = {entry.entry: entry.values["total"] for entry in complete}

    for each in rank(entries):
        if each.rank is None:
            assert each.entry not in totals
        else:
            better = sum(total > totals[each.entry] for total in totals.values())
            assert each.rank == better + 1
