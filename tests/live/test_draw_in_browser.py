"""The public page recomputes a draw in a real browser, row by row."""

import pytest

from tests.servers.browser import PHONE, accessibility_violations

pytestmark = pytest.mark.journey

DRAW = """
from competitions.services.draws import commit_draw, run_draw
from tests.competitions.appointing import event_with_entries
from tests.factories import NOW, UserFactory
event, by = event_with_entries(23), UserFactory()
draw = commit_draw(
    event=event, kind="entry_number", public_value_source="指数", by=by, at=NOW
)
run_draw(draw=draw, public_value="3501.28", witnesses="章公证", by=by, at=NOW)
print(f"draw={draw.pk}")
"""

FORGE = """
from live.models import Publication
published = Publication.objects.get(subject="{draw}")
result = published.content["result"]
for line, given in zip(result[:2], (2, 1)):
    line["given"] = given
published.save(update_fields=["content"])
"""


def verdicts(page):
    page.get_by_role("button", name="在本浏览器中重新计算").click()
    return page.locator("tr [data-agrees]").all_inner_texts()


def test_honest_draw_agrees_and_a_forged_one_does_not(served, visitors):
    printed = served.manage("shell", "--verbosity", "0", "-c", DRAW)
    draw = printed.strip().rpartition("draw=")[2]
    page = visitors.enter(PHONE)

    page.goto(f"/draws/{draw}/")
    assert verdicts(page) == ["一致"] * 23
    assert page.locator("[data-verdict]").inner_text().startswith("全部一致")
    assert accessibility_violations(page) == []

    served.manage("shell", "--verbosity", "0", "-c", FORGE.format(draw=draw))
    page.goto(f"/draws/{draw}/")
    assert verdicts(page) == ["不一致"] * 2 + ["一致"] * 21
    assert page.locator("[data-verdict]").inner_text().startswith("有不一致之处")
