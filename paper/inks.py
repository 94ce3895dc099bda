"""The colours documents are printed in."""

from reportlab.lib.colors import HexColor

INK = HexColor("#2A2320")
INK_2 = HexColor("#6B625A")
SEAL = HexColor("#B3161B")
GOLD = HexColor("#B8862B")
CREAM = HexColor("#FFFDF6")
TINT = HexColor("#F5F1E8")
LINE = HexColor("#B9B1A3")
BLACK = HexColor("#000000")
WATERMARK = HexColor("#F5EEDF")
