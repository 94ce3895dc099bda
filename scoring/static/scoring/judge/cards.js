/* What one card of an aspect shows while its answer is on the way. */

import { restore } from "./parts.js";
import { say } from "./words.js";

const CONFLICT = 409;

export const cards = () => [...document.querySelectorAll("[data-aspect]")];

export const cardOf = (aspect) => document.getElementById(`aspect-${aspect}`);

export const isOpen = (card) => card.dataset.locked === "no";

export const isUnmarked = (card) => isOpen(card) && card.dataset.done === "no";

const hideError = (card) => {
  const error = card.querySelector("[data-error]");
  card.classList.remove("is-refused");
  error.hidden = true;
  error.replaceChildren();
  card.querySelector("[data-measure]")?.removeAttribute("aria-invalid");
};

/* Show a value at once; an empty one clears. */
export const show = (card, value) => {
  hideError(card);
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

const choice = (text, act) => {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn";
  button.textContent = text;
  button.addEventListener("click", act);
  return button;
};

/* Say why the server did not take a value, and offer what can be done; return the card. */
export const refuse = (old, operation, answer, decide) => {
  const card = restore(old);
  const error = card.querySelector("[data-error]");
  error.replaceChildren(answer.message);
  error.hidden = false;
  card.classList.add("is-refused");
  const field = card.querySelector("[data-measure]");
  if (field && operation.kind === "mark") {
    field.value = operation.value;
    field.dataset.refused = operation.value;
    field.setAttribute("aria-invalid", "true");
  }
  if (answer.status === CONFLICT && answer.current) {
    const stored = answer.current.stored || say("nothing");
    const sent = answer.current.sent || say("nothing");
    error.append(
      choice(say("keepStored", stored), () => restore(card)),
      choice(say("takeSent", sent), () => decide(operation)),
    );
  }
  return card;
};
