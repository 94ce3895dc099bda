/* The digits of the page. They stand below the card they belong to and cover nothing;
   what they push away comes back only after a tap has landed. */

import { currentCard } from "./advance.js";

/* Longer than the pause before the next aspect, so that its number takes the digits. */
const CLOSES_AFTER = 350;

/* Change what stands around a card and leave it where the judge sees it. */
const inPlace = (card, change) => {
  const before = card?.getBoundingClientRect().top;
  change();
  if (card) {
    window.scrollBy({ top: card.getBoundingClientRect().top - before, behavior: "instant" });
  }
};

export class Keypad {
  #pad = document.querySelector("[data-keypad]");
  #closing = null;
  #isPressed = false;

  /* ``press`` hears of every key. */
  constructor(press) {
    document.addEventListener("pointerdown", () => (this.#isPressed = true));
    for (const end of ["pointerup", "pointercancel"]) {
      document.addEventListener(end, () => (this.#isPressed = false));
    }
    // The field keeps the focus while its digits are tapped.
    this.#pad.addEventListener("pointerdown", (event) => event.preventDefault());
    this.#pad.addEventListener("click", ({ target }) => {
      const key = target.closest("[data-key]")?.dataset.key;
      if (key) {
        press(key);
      }
    });
  }

  openBelow(card) {
    clearTimeout(this.#closing);
    inPlace(card, () => {
      card.after(this.#pad);
      this.#pad.hidden = false;
    });
    const { bottom } = this.#pad.getBoundingClientRect();
    const { top } = document.querySelector(".judge-footer").getBoundingClientRect();
    if (bottom > top) {
      window.scrollBy({ top: bottom - top + 12 });
    }
  }

  /* Put the digits away, unless the next number is begun meanwhile. */
  close() {
    clearTimeout(this.#closing);
    this.#closing = setTimeout(() => {
      if (this.#isPressed) {
        this.close();
      } else if (!document.activeElement?.matches("[data-measure]")) {
        inPlace(currentCard(), () => (this.#pad.hidden = true));
      }
    }, CLOSES_AFTER);
  }
}
