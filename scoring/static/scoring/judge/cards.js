/* What one card of an aspect shows while its answer is on the way. */

import { drawRefusals, settleMark } from "./refusals.js";

export const cards = () => [...document.querySelectorAll("[data-aspect]")];

export const cardOf = (aspect) => document.getElementById(`aspect-${aspect}`);

export const isOpen = (card) => card.dataset.locked === "no";

export const isUnmarked = (card) => isOpen(card) && card.dataset.done === "no";

/* Show a value at once; an empty one clears. What was refused before is answered. */
export const show = (card, value) => {
  settleMark(card);
  drawRefusals(card);
  card.dataset.value = value;
  card.dataset.done = value === "" ? "no" : "yes";
  for (const button of card.querySelectorAll("[data-answer]")) {
    button.setAttribute("aria-pressed", String(button.dataset.answer === value));
  }
  const field = card.querySelector("[data-measure]");
  if (field && field.value !== value) {
    field.value = value;
  }
};
