// Turns the pages of a board on a wall: as many rows as fit, ten seconds a page.

const HOLD = 10_000;

export const pager = (board) => {
  const list = board.querySelector("[data-board-rows]");
  const label = board.querySelector("[data-board-page]");
  let page = 0;
  let paused = false;
  if (!list) return { refresh: () => {} };

  const fitting = () => {
    const rows = [...list.children];
    for (const row of rows) row.hidden = false;
    if (!rows.length) return 1;
    const step = rows.length > 1 ? rows[1].offsetTop - rows[0].offsetTop : rows[0].offsetHeight;
    const foot = board.querySelector(".board-footer").offsetHeight;
    const room = window.innerHeight - list.getBoundingClientRect().top - foot;
    return Math.max(1, Math.floor(room / step));
  };

  const show = () => {
    window.scrollTo(0, 0);
    const rows = [...list.children];
    const size = fitting();
    const count = Math.max(1, Math.ceil(rows.length / size));
    page %= count;
    const first = page * size;
    rows.forEach((row, index) => {
      row.hidden = index < first || index >= first + size;
    });
    const last = Math.min(first + size, rows.length);
    label.textContent = rows.length > size ? `${first + 1}–${last} / ${rows.length}` : "";
    if (paused) label.textContent += " ⏸";
  };

  const turn = () => {
    if (paused) return;
    page += 1;
    show();
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
