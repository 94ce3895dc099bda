"""Words of certificates: salutation, group, team, document, language."""

from dataclasses import replace

import pytest

from certificates.rules.wording import (
    CertificateText,
    Group,
    Language,
    Naming,
    PrizeFacts,
    TitleFacts,
    one_line,
    word_prize,
    word_title,
)

PRIZE = PrizeFacts(
    person=Naming("选手翀\U0002cb4e"),
    competition=Naming(
        "绍兴市第十二届职业技能大赛", "12th Shaoxing Vocational Skills Competition"
    ),
    event=Naming("工业机器人系统运维员", "Industrial Robot Maintenance"),
    prize=Naming("一等奖", "First Prize"),
    group=Group.WORKERS,
)
TITLE = TitleFacts(
    person=Naming("王芳", "WANG Fang"),
    title=Naming("绍兴市技术能手", "Shaoxing Technical Expert"),
    document_title="关于授予王芳等绍兴市技术能手称号的决定",
    document_number="绍市人社发〔2026〕9号",
)


def test_prize_certificate_reads_as_offices_write_it():
    assert word_prize(PRIZE, Language.CHINESE) == CertificateText(
        salutation="选手翀\U0002cb4e 同志：",
        body="在绍兴市第十二届职业技能大赛“工业机器人系统运维员”（职工组）赛项中荣获",
        award="一等奖",
        closing="特发此证，以资鼓励。",
    )


@pytest.mark.parametrize(
    ("group", "salutation", "named"),
    [
        (Group.WORKERS, "同志：", "（职工组）"),
        (Group.STUDENTS, "同学：", "（学生组）"),
        (Group.TEACHERS, "老师：", "（教师组）"),
        (Group.OPEN, "同志：", "”赛项"),
    ],
)
def test_salutation_follows_the_group(group, salutation, named):
    text = word_prize(replace(PRIZE, group=group), Language.CHINESE)

    assert text.salutation.endswith(salutation)
    assert named in text.body


NAMED_TWICE = replace(
    PRIZE,
    competition=Naming("绍兴市工业机器人系统运维员职业技能竞赛", "Shaoxing Robot Cup"),
    is_only_event=True,
)


def test_an_event_that_the_competition_is_named_after_is_not_named_again():
    text = word_prize(NAMED_TWICE, Language.CHINESE)

    assert text.body == "在绍兴市工业机器人系统运维员职业技能竞赛（职工组）中荣获"


def test_one_of_two_events_is_named_in_any_case():
    text = word_prize(replace(NAMED_TWICE, is_only_event=False), Language.CHINESE)

    assert text.body == (
        "在绍兴市工业机器人系统运维员职业技能竞赛“工业机器人系统运维员”（职工组）"
        "赛项中荣获"
    )


def test_the_english_words_ask_for_the_english_names():
    english = replace(NAMED_TWICE, event=Naming("机器人", "Robot"))

    assert word_prize(english, Language.ENGLISH).body == (
        "has been awarded at the Shaoxing Robot Cup (Workers) the"
    )
    assert word_prize(NAMED_TWICE, Language.ENGLISH).body == (
        "has been awarded in the event Industrial Robot Maintenance (Workers) at the"
        " Shaoxing Robot Cup the"
    )


def test_member_of_a_team_is_told_which_team():
    text = word_prize(replace(PRIZE, team="越城一队"), Language.CHINESE)

    assert text.body.startswith("代表“越城一队”在绍兴市第十二届")


def test_prize_certificate_in_english_keeps_a_name_that_has_no_other():
    text = word_prize(PRIZE, Language.ENGLISH)

    assert text == CertificateText(
        salutation="选手翀\U0002cb4e",
        body="has been awarded in the event Industrial Robot Maintenance (Workers) at"
        " the 12th Shaoxing Vocational Skills Competition the",
        award="First Prize",
        closing="In recognition of outstanding skill.",
    )


def test_title_certificate_names_the_document():
    assert word_title(TITLE, Language.CHINESE) == CertificateText(
        salutation="王芳 同志：",
        body="根据《关于授予王芳等绍兴市技术能手称号的决定》（绍市人社发〔2026〕9号），授予你",
        award="绍兴市技术能手称号",
        closing="特颁此证。",
    )


def test_title_certificate_without_a_document_title_names_its_number():
    text = word_title(replace(TITLE, document_title=""), Language.CHINESE)

    assert text.body == "根据绍市人社发〔2026〕9号，授予你"


def test_a_number_with_brackets_stands_in_no_others():
    number = "绍市人社发〔2026〕9号（示例）"
    text = word_title(replace(TITLE, document_number=number), Language.CHINESE)

    assert text.body == (
        "根据绍市人社发〔2026〕9号（示例）《关于授予王芳等绍兴市技术能手称号的决定》，"
        "授予你"
    )


def test_title_certificate_in_english():
    text = word_title(replace(TITLE, document_title=""), Language.ENGLISH)

    assert text.salutation == "WANG Fang"
    assert text.body == "is granted by decision 绍市人社发〔2026〕9号 the title"
    assert text.award == "Shaoxing Technical Expert"


def test_one_line_says_it_in_english_when_every_name_has_english():
    prize = replace(PRIZE, person=Naming("王芳", "WANG Fang"))

    assert one_line(prize) == (
        "WANG Fang has been awarded in the event Industrial Robot Maintenance (Workers)"
        " at the 12th Shaoxing Vocational Skills Competition the First Prize."
        " In recognition of outstanding skill."
    )
    assert one_line(TITLE) == (
        "WANG Fang is granted by decision 绍市人社发〔2026〕9号 the title"
        " Shaoxing Technical Expert. In recognition of outstanding skill."
    )


def test_one_line_is_left_out_when_a_name_has_no_english():
    assert one_line(PRIZE) == ""


@pytest.mark.parametrize("name", ["A<B & C", '=HYPERLINK("x")', "{year}", "%s"])
def test_names_pass_through_unharmed(name):
    text = word_prize(replace(PRIZE, person=Naming(name)), Language.CHINESE)

    assert text.salutation == f"{name} 同志："
