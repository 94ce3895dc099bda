"""The marking scheme: imported from a workbook, given to the panel, sheets opened."""

from playwright.sync_api import Page

from tests.journeys.cast import Story
from tests.journeys.expected import scheme_workbook
from tests.journeys.steps_office import XLSX
from tests.journeys.walking import follow, key_in, submit


def import_scheme(page: Page, story: Story) -> None:
    """Hand a workbook in, look at its report, save it."""
    page.goto(f"/office/events/{story.event_id}/schemes/")
    follow(page, "导入工作簿")
    page.wait_for_url("**/scheme/import/")
    file = {"name": "评分方案.xlsx", "mimeType": XLSX, "buffer": scheme_workbook()}
    page.set_input_files("main [name=file]", file)
    submit(page, "main form[enctype]")
    submit(page, "main form[action$='/save/']")
    story.places["scheme"] = key_in(page.url, "schemes")


def give_panel(page: Page, story: Story) -> None:
    """Let the panel mark everything on the first day."""
    page.goto(f"/office/schemes/{story.places['scheme']}/panels/")
    page.locator("main select[name^='all-']").select_option(index=1)
    submit(page, "main form.form-plan")


def advance_to(page: Page, story: Story, state: str) -> None:
    """Lead the competition on, phase by phase, until it stands in this one."""
    page.goto(f"/office/competitions/{story.places['competition']}/")
    current = page.locator(".state-strip [aria-current=step] .state-strip-name")
    while current.inner_text() != state:
        submit(page, "form[action$='/advance/']")


def open_sheets(page: Page, story: Story) -> None:
    """Put the sheets on the judges' tablets."""
    page.goto(f"/office/events/{story.event_id}/marking/")
    submit(page, "form[action$='/marking/open/']")
