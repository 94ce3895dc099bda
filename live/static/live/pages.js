// Turns the pages of a board on a wall: as many rows as fit, ten seconds a page.

const HOLD = 10_000;
const FADE = 600;
const still = window.matchMedia("(prefers-reduced-motion: reduce)");

export const pager = (board) => {
  const list = board.querySelector("[data-board-rows]");
  const label = board.querySelector("[data-board-page]");
  const sign = board.querySelector("[data-board-paused]");
  let page = 0;
  let paused = false;
  if (!list) return { refresh: () => {} };

  // Rows differ in height: a name of fifty characters takes lines only from its page.
  const pagesOf = (rows) => {
    for (const row of rows) row.hidden = false;
    const foot = board.querySelector(".board-footer").offsetHeight;
    const margin = parseFloat(getComputedStyle(board.parentElement).paddingBottom);
    const room = window.innerHeight - list.getBoundingClientRect().top - foot - margin;
    const starts = [0];
    rows.forEach((row, index) => {
      const height = row.offsetTop + row.offsetHeight - rows[starts.at(-1)].offsetTop;
      if (height > room && index > starts.at(-1)) starts.push(index);
    });
    return starts.map((first, number) => [first, starts[number + 1] ?? rows.length]);
  };

  const words = (first, last, count) =>
    board.dataset.wordPage
      .replace("{first}", first)
      .replace("{last}", last)
      .replace("{count}", count);

  const show = () => {
    window.scrollTo(0, 0);
    const rows = [...list.children];
    const pages = pagesOf(rows);
    page %= pages.length;
    const [first, end] = pages[page];
    rows.forEach((row, index) => {
      row.hidden = index < first || index >= end;
    });
    label.textContent = pages.length > 1 ? words(first + 1, end, rows.length) : "";
    sign.hidden = !paused;
  };

  const turn = () => {
    if (paused) return;
    page += 1;
    show();
    if (label.textContent && !still.matches) list.animate([{ opacity: 0 }, { opacity: 1 }], FADE);
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === " " || event.key === "p") paused = !paused;
    else if (event.key === "ArrowRight" || event.key === "PageDown") page += 1;
    else if (event.key === "ArrowLeft" || event.key === "PageUp") page = Math.max(0, page - 1);
    else return;
    event.preventDefault();
    show();
  });
  window.addEventListener("resize", show);
  setInterval(turn, HOLD);
  // A projector that falls asleep in the middle of a final is a projector remembered.
  navigator.wakeLock?.request("screen").catch(() => {});
  show();
  return { refresh: show };
};
