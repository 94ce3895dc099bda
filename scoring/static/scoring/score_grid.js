/** Moves through a grid of marks by Enter and the arrow keys, column by column. */

const STEPS = { Enter: 1, ArrowDown: 1, ArrowUp: -1 };

/** Goes to the next cell of the same component; Enter never sends the form. */
function move(event) {
  const cell = event.target.closest("[data-score]");
  const step = STEPS[event.key];
  if (!cell || !step) return;
  event.preventDefault();
  const column = [
    ...event.currentTarget.querySelectorAll(
      `[data-score="${CSS.escape(cell.dataset.score)}"]`,
    ),
  ];
  column[column.indexOf(cell) + step]?.focus();
}

for (const grid of document.querySelectorAll("[data-score-grid]")) {
  grid.addEventListener("keydown", move);
  grid.addEventListener("focusin", (event) => {
    if (event.target.matches("[data-score]")) event.target.select();
  });
}
