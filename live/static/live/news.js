// Tells screen readers what moved, politely: at most one sentence in 15 seconds.

const PAUSE = 15_000;

export const announcer = (board) => {
  const region = board.querySelector("[data-board-news]");
  const words = board.dataset;
  let leader = board.querySelector("[data-board-rows] .board-name")?.textContent ?? "";
  let changes = 0;
  let waiting = null;

  const speak = () => {
    waiting = null;
    if (!changes) return;
    const first = board.querySelector("[data-board-rows] .board-name")?.textContent ?? "";
    const parts = [];
    if (first && first !== leader) parts.push(`${first} ${words.wordLeader}`);
    parts.push(`${changes} ${words.wordUpdated}`);
    region.textContent = parts.join("; ");
    leader = first;
    changes = 0;
  };

  return {
    tell: (rows) => {
      changes += rows.filter((row) => row.changed).length;
      waiting ??= setTimeout(speak, PAUSE);
    },
  };
};
