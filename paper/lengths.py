"""Lengths on paper, in points."""

mm: float = 72 / 25.4

A4_PORTRAIT: tuple[float, float] = (210 * mm, 297 * mm)
A4_LANDSCAPE: tuple[float, float] = (297 * mm, 210 * mm)
