// Recomputes the draw on this page and says, row by row, whether it agrees.

import { ALGORITHM, recompute } from "./draw_order.js";

const record = JSON.parse(document.getElementById("draw-record").textContent);
const button = document.querySelector("[data-recompute]");
const verdict = document.querySelector("[data-verdict]");

const mark = (element, agrees) => {
  if (!element) return;
  element.classList.remove("is-right", "is-wrong");
  element.classList.add(agrees ? "is-right" : "is-wrong");
  element.textContent = agrees ? button.dataset.right : button.dataset.wrong;
};

const claim = (name) => document.querySelector(`[data-claim="${name}"]`);
const row = (entry) => document.querySelector(`[data-entry="${entry}"] [data-agrees]`);

const say = (holds, known) => {
  const tone = holds ? "ok" : "wrong";
  verdict.className = `notice notice-${tone}`;
  verdict.textContent = verdict.dataset[known ? tone : "unknown"];
  verdict.hidden = false;
};

const check = () => {
  if (record.algorithm !== ALGORITHM) {
    say(false, false);
    return;
  }
  const own = recompute(record);
  const agreements = record.result.map(
    ({ entry, given }) => own.order.indexOf(entry) === given - 1,
  );
  record.result.forEach(({ entry }, place) => mark(row(entry), agreements[place]));
  const commitment = own.commitment === record.commitment;
  const seed = own.seed === record.seed;
  mark(claim("commitment"), commitment);
  mark(claim("seed"), seed);
  const complete = own.order.length === record.result.length;
  say(commitment && seed && complete && agreements.every(Boolean), true);
};

if (button) {
  button.hidden = false;
  button.addEventListener("click", check);
}
