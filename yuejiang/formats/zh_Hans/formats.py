"""What Django writes with leading zeros is written without them."""

MONTH_DAY_FORMAT = "n月j日"
