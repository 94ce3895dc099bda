"""Named reads of indicators: the figures and the rows behind them."""
