"""What the office does before anybody marks: accounts, competition, entries, draw."""

from playwright.sync_api import Page

from tests.journeys.cast import PASSWORD, SCHOOL, UNITS, Account, Story
from tests.journeys.entry_sheet import entry_sheet
from tests.journeys.walking import fill, follow, key_in, press

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def found_the_office(served) -> None:
    """Open the very first account from the shell, as an operator does."""
    served.surroundings["DJANGO_SUPERUSER_PASSWORD"] = PASSWORD
    command = ("createsuperuser", "--noinput", "--username", "founder")
    served.manage(*command)


def register_units(page: Page, names: tuple[str, ...] = (*UNITS, SCHOOL)) -> None:
    """Register the units people come from."""
    for name in names:
        page.goto("/office/units/add/")
        fill(page, name=name)
        page.select_option("main [name=district]", index=1)
        press(page, "登记单位")
        page.get_by_text(f"{name}", exact=False).first.wait_for()


def open_account(
    page: Page, account: Account, role: str, competition: str = ""
) -> None:
    """Open an account, keep its first password, and give it a role.

    It holds everywhere, or in one competition.
    """
    page.goto("/office/roles/accounts/new/")
    fill(page, name=account.name, username=account.username)
    press(page, "开通账号")
    account.password = page.locator("main .copyable code").inner_text()
    page.locator("a.btn-primary").click()
    options = page.locator("main [name=role] option")
    labels = [text for text in options.all_inner_texts() if role in text]
    page.select_option("main [name=role]", label=labels[0])
    if competition:
        page.select_option("main [name=competition]", label=competition)
    press(page, "授予角色")


def create_competition(page: Page, story: Story) -> None:
    """Create the competition with one event, marked by a panel alone."""
    page.goto("/office/competitions/new/")
    fill(
        page,
        name=story.competition,
        starts_on="2026-12-01",
        ends_on="2026-12-02",
        place="示例技师学院",
        hosts__0__organisation=UNITS[0],
        events__0__name=story.event,
        events__0__classification="6-18-01-01",
    )
    page.select_option("[name=events-0-parts]", "practical")
    press(page, "创建竞赛")
    story.places["competition"] = key_in(page.url, "competitions")
    follow(page, story.event)
    page.wait_for_url("**/office/events/**")
    story.places["event"] = key_in(page.url, "events")


def enter_by_hand(page: Page, story: Story) -> None:
    """Type the first two entries."""
    for competitor in story.competitors[:2]:
        page.goto(f"/office/events/{story.event_id}/entries/new/")
        fill(
            page,
            organisation=competitor.unit,
            members__0__name=competitor.name,
            members__0__identity_number=competitor.identity_number,
        )
        press(page, "提交报名")
        page.get_by_text(competitor.name).first.wait_for()


def enter_by_spreadsheet(page: Page, story: Story) -> None:
    """Import the others from a workbook, after a look at what it would do."""
    others = story.competitors[2:]
    page.goto(f"/office/events/{story.event_id}/entries/import/")
    file = {"name": "报名.xlsx", "mimeType": XLSX, "buffer": entry_sheet(others)}
    page.set_input_files("main [name=file]", file)
    press(page, "核对各行")
    press(page, f"导入 {len(others)} 行")
    follow(page, "查看报名")
    for competitor in story.competitors:
        page.get_by_text(competitor.name).first.wait_for()


def approve_all(page: Page, story: Story) -> None:
    """Approve every entry of the list in one go."""
    page.goto(f"/office/events/{story.event_id}/entries/")
    page.get_by_label("全选本页").check()
    press(page, "通过所选")
    page.goto(f"/office/events/{story.event_id}/entries/?state=submitted")
    assert page.locator("tbody tr").count() == 0


def seat_the_panel(page: Page, story: Story) -> None:
    """Open the judges' accounts, seat three of them, appoint the chief judge."""
    panels = f"/office/events/{story.event_id}/panels/"
    for account in (*story.judges, story.chief):
        page.goto(f"/office/events/{story.event_id}/judges/new/")
        fill(page, name=account.name, username=account.username, organisation=SCHOOL)
        press(page, "开通账号")
        account.password = page.locator("main .copyable code").inner_text()
    page.goto(panels)
    fill(page, name="第一裁判组")
    press(page, "新增裁判组")
    for account in story.judges:
        seat = page.locator("form.seat-form")
        seat.locator("[name=judge]").fill(account.name)
        press(page, "安排入席")
    chief = page.locator("form[action*='chief-judges']").last
    chief.locator("[name=judge]").fill(story.chief.name)
    press(page, "任命")
    assert page.locator(".seat-list > li").count() == len(story.judges)


def draw_numbers(page: Page, story: Story) -> None:
    """Commit to a draw, and let a public value decide it."""
    page.goto(f"/office/events/{story.event_id}/draws/")
    follow(page, "发起抽签")
    fill(page, public_value_source="上证指数 2026-12-01 收盘点位")
    press(page, "公布承诺值")
    follow(page, "现在抽签")
    fill(
        page, public_value=f"{story.random.uniform(3000, 4000):.2f}", witnesses="章公证"
    )
    press(page, "抽签")
    public = page.get_by_role("link", name="公开页面").first
    story.places["draw"] = public.get_attribute("href") or ""
