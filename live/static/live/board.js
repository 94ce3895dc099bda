// The board on a wall or a phone: shows each frame as it comes, and how old it is.

import { connect } from "./connection.js";
import { announcer } from "./news.js";
import { pager } from "./pages.js";
import { showRows } from "./rows.js";
import { stateLine } from "./state_line.js";

const board = document.querySelector("[data-board]");
const line = stateLine(board);
const news = announcer(board);
const pages = board.hasAttribute("data-wall") ? pager(board) : null;
let shown = { version: Number(board.dataset.version), state: board.dataset.state };

const showProgress = (frame) => {
  board.querySelector("[data-done]").textContent = frame.done;
  board.querySelector("[data-expected]").textContent = frame.expected;
  const bar = board.querySelector("[data-progress] progress");
  bar.max = frame.expected || 1;
  bar.value = frame.done;
};

const show = (frame) => {
  if (frame.version < shown.version) return;
  // Another kind of board has another page: progress, ranks and the official result.
  const columns = frame.modules.map((module) => module.code).join();
  if (frame.state !== shown.state || (shown.columns ?? columns) !== columns) {
    window.location.reload();
    return;
  }
  line.show(frame);
  if (frame.state === "progress") showProgress(frame);
  else {
    board.querySelector("[data-board-empty]")?.toggleAttribute("hidden", frame.rows.length > 0);
    showRows(board, frame.rows);
    pages?.refresh();
    news.tell(frame.rows);
  }
  shown = { version: frame.version, state: frame.state, columns };
};

connect({
  address: `/ws/boards/${board.dataset.board}/`,
  stateUrl: board.dataset.stateUrl,
  version: () => shown.version,
  onFrame: show,
  onState: line.connection,
  onGone: () => window.location.reload(),
});
