"""Certificates as the offices of Shaoxing write them."""

from dataclasses import replace
from datetime import date

from paper.certificate import CertificateSheet

FIRST_PRIZE = CertificateSheet(
    title="荣誉证书",
    subtitle="Certificate of Honour",
    salutation="单翀 同志：",
    body="在绍兴市第十二届职业技能大赛“工业机器人系统运维员”（职工组）赛项中荣获",
    award="一等奖",
    closing="特发此证，以资鼓励。",
    issuers=("绍兴市职业技能竞赛组委会（示例）",),
    date_text="二〇二六年十二月八日",
    number_label="证书编号：",
    number="绍技赛〔2026〕017-003",
    verify_url="https://yuejiang.example.cn/v/8Jk2mQ4tYx0ZbNc7",
    dated=date(2026, 12, 8),
)

ENGLISH = replace(
    FIRST_PRIZE,
    title="Certificate of Honour",
    subtitle="Shaoxing Vocational Skills Competition",
    salutation="Abdulla Memet Ehmetjan",
    body=(
        "has been awarded the following place in the event “Industrial Robot Systems "
        "Operation and Maintenance” at the 12th Shaoxing Vocational Skills Competition:"
    ),
    award="First Prize",
    closing="The organisers congratulate the winner’s employer and coaches.",
    issuers=(
        "Shaoxing Bureau of Human Resources and Social Security",
        "Shaoxing Federation of Trade Unions",
    ),
    date_text="8 December 2026",
    number_label="Certificate No. ",
)

BOTH_LANGUAGES = replace(
    FIRST_PRIZE,
    english=(
        "SHAN Chong has been awarded in the event Industrial Robot Systems Operation"
        " and Maintenance (Workers) at the 12th Shaoxing Vocational Skills Competition"
        " the First Prize. In recognition of outstanding skill."
    ),
)

FOUR_ISSUERS = (
    "绍兴市人力资源和社会保障局",
    "绍兴市总工会",
    "共青团绍兴市委员会",
    "绍兴市妇女联合会职业技能竞赛组织委员会办公室",
)

# Everything at its longest.
EXTREME = replace(
    FIRST_PRIZE,
    title="绍兴市第十二届职业技能大赛暨浙江省第五届技工院校技能竞赛选拔赛获奖证书",
    subtitle="The Twelfth Vocational Skills Competition of Shaoxing, Zhejiang, China",
    salutation="阿" * 25 + "·" + "买" * 24 + " 同志：",
    body=(
        "在由绍兴市人力资源和社会保障局、绍兴市总工会、共青团绍兴市委员会、绍兴市妇女"
        "联合会联合主办的“越匠杯”绍兴市第十二届职业技能大赛暨浙江省第五届技工院校技能"
        "竞赛选拔赛“工业机器人系统运维员（协作机器人方向）”（职工组，双人团体）赛项中，"
        "理论与实操两部分均合格，荣获"
    ),
    award="一等奖\n并授予“绍兴市技术能手”称号，晋升职业技能等级一级",
    issuers=FOUR_ISSUERS,
    number="绍技赛〔2026〕017-003-补发-0001",
)
