"""Identity numbers of the fictional region 330699, worked out without the product."""

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def check_character(digits: str) -> str:
    """Work the last character out by the standard, not by the product."""
    total = sum(int(d) * w for d, w in zip(digits, WEIGHTS, strict=True))
    return "10X98765432"[total % 11]


def number_of(serial: int) -> str:
    """Return a valid number of the fictional region, another for every serial."""
    year, rest = 1970 + serial % 35, serial // 35
    digits = f"330699{year}0{1 + rest % 9}{10 + rest // 9 % 19}{serial % 1000:03d}"
    return digits + check_character(digits)
