"""Filters that put a figure of the year into words."""

from django import template

from craftsmen import figure_words

register = template.Library()

register.filter("forecast_words", figure_words.forecast_words)
register.filter("basis_words", figure_words.basis_words)
