"""Reads the form off a page as a browser sends it when nobody touched anything."""

from html.parser import HTMLParser


def untouched(response):
    """Return what the browser would post; rows that wait in templates are left out."""
    reader = _Reader()
    reader.feed(response.content.decode())
    return reader.values


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.values = {}
        self.select = None
        self.templates = 0

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "template":
            self.templates += 1
        if self.templates:
            return
        if tag == "select":
            self.select = given["name"]
        elif tag == "option" and self.select:
            self._option(given)
        elif tag == "input" and "name" in given:
            self._input(given)

    def handle_endtag(self, tag):
        if tag == "template":
            self.templates -= 1
        elif tag == "select":
            self.select = None

    def _option(self, given):
        # The first option is chosen where none is marked.
        if self.select not in self.values or "selected" in given:
            self.values[self.select] = given["value"]

    def _input(self, given):
        if given.get("type") != "checkbox" or "checked" in given:
            self.values[given["name"]] = given.get("value", "")
