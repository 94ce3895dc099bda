"""Chinese, the language people see, is complete."""

import subprocess
import sys

from babel.messages.catalog import Catalog

from tests.architecture.tree import ROOT
from tools import messages


def test_every_text_has_a_translation():
    ended = subprocess.run(
        [sys.executable, "tools/messages.py", "check"],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )

    assert ended.stdout == ""
    assert ended.returncode == 0, ended.stderr


def test_other_placeholders_are_a_problem():
    wanted = Catalog(locale="zh_Hans")
    wanted.add("Hello %(name)s", locations=[("a.py", 1)])
    kept = Catalog(locale="zh_Hans")
    kept.add("Hello %(name)s", "你好 %(nmae)s")

    problems = list(messages.problems_of(kept, wanted))

    assert problems == [
        "Other placeholders in the translation: 'Hello %(name)s' (a.py)"
    ]


def test_texts_are_found_in_python_and_templates():
    template = """
      {% translate "Sign in" %}
        {% blocktranslate %}Hello {{ name }}{% endblocktranslate %}
    """

    calls = messages.as_python(template, "page.html")

    assert "gettext(u'Sign in')" in calls
    assert "gettext(u'Hello %(name)s')" in calls
