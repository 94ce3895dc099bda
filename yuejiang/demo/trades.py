"""What the demo's city competitions are in: official names of occupations."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Trade:
    """An occupation with the names an event of it carries."""

    code: str
    name: str
    name_en: str
    event: str = ""
    event_en: str = ""

    @property
    def event_name(self) -> str:
        """The event's name, the occupation's where it has no other."""
        return self.event or self.name

    @property
    def event_name_en(self) -> str:
        """The event's English name."""
        return self.event_en or self.name_en


LATHE: Final = Trade(
    "6-18-01-01", "车工", "Lathe operator", "车工（数控车工）", "CNC turning"
)
TRADES: Final = (
    LATHE,
    Trade("6-18-02-04", "焊工", "Welder"),
    Trade("6-31-01-03", "电工", "Electrician"),
    Trade("6-31-01-10", "工业机器人系统运维员", "Industrial robot maintenance"),
    Trade("4-14-01-02", "健康照护师", "Health care assistant"),
    Trade("6-18-01-02", "铣工", "Milling machine operator"),
    Trade("6-20-01-01", "装配钳工", "Assembly fitter"),
    Trade("6-04-01-04", "印染染化料配制工", "Dye preparation"),
    Trade("6-02-06-07", "黄酒酿造工", "Yellow wine maker"),
    Trade("6-05-01-02", "缝纫工", "Sewing machinist"),
    Trade("4-03-02-01", "中式烹调师", "Chinese cook"),
    Trade("4-10-01-01", "婴幼儿发展引导员", "Infant development guide"),
    Trade("6-25-04-09", "半导体分立器件和集成电路装调工", "Semiconductor assembler"),
    Trade("4-08-05-01", "质量检验员", "Quality inspector"),
    Trade("6-29-02-01", "砌筑工", "Bricklayer"),
    Trade("4-02-06-03", "物流服务师", "Logistics operator"),
    Trade("4-04-05-05", "人工智能训练师", "AI trainer"),
    Trade("6-31-01-02", "制冷空调系统安装维修工", "Refrigeration mechanic"),
)
