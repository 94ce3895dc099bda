/* Leads from one aspect to the next: after an answer, and with the arrow keys. */

import { cardOf, cards, isUnmarked } from "./cards.js";

const PAUSE = 250;

let current = "";
let timer = null;

const isStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

export const currentCard = () => cardOf(current) ?? cards().find(isUnmarked) ?? cards()[0];

/* Mark the card the keyboard speaks to; cards are replaced, so it is told anew. */
export const decorate = () => {
  for (const card of cards()) {
    card.toggleAttribute("data-current", card.dataset.aspect === current);
  }
};

export const makeCurrent = (card) => {
  current = card?.dataset.aspect ?? "";
  decorate();
};

/* Begin a sheet at one of its cards; nothing of the sheet before holds any more. */
export const begin = (card) => {
  clearTimeout(timer);
  makeCurrent(card);
  // Not its first answer: an outline there would look like a choice.
  card?.focus({ preventScroll: true });
};

/* Whether a card lies wholly between header and footer. */
const isInSight = (card) => {
  const { top, bottom } = card.getBoundingClientRect();
  const above = document.querySelector(".judge-header").getBoundingClientRect().bottom;
  const below = document.querySelector(".judge-footer").getBoundingClientRect().top;
  return top >= above && bottom <= below;
};

const goTo = (card) => {
  makeCurrent(card);
  // Nothing moves under the finger without need.
  if (!isInSight(card)) {
    card.scrollIntoView({ block: "center", behavior: isStill() ? "auto" : "smooth" });
  }
  const field = card.querySelector("[data-measure]:not([readonly])");
  (field ?? card).focus({ preventScroll: true });
};

/* Go on to the next aspect without a mark, from the top again after the last one. */
export const advance = (from) => {
  clearTimeout(timer);
  const all = cards();
  const place = all.findIndex((card) => card.dataset.aspect === from.dataset.aspect);
  const rest = [...all.slice(place + 1), ...all.slice(0, place)];
  const next = rest.find(isUnmarked);
  makeCurrent(next ?? from);
  if (next) {
    const aspect = next.dataset.aspect;
    timer = setTimeout(() => {
      // A tap elsewhere meanwhile says where the judge wants to be.
      if (current === aspect && cardOf(aspect)) {
        goTo(cardOf(aspect));
      }
    }, PAUSE);
  }
};

export const step = (by) => {
  const all = cards();
  const place = all.indexOf(currentCard());
  const next = all[Math.min(Math.max(place + by, 0), all.length - 1)];
  goTo(next);
};
