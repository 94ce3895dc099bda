/* Numbers: typed on the digits of the page or on a keyboard, entered when they are done.

   The digits stand below the card they belong to and cover nothing. What they push away
   comes back only after a tap has landed. */

import { advance, currentCard, makeCurrent } from "./advance.js";

const FULL_WIDTH = /[０-９．－。，,]/g;
const PLAIN = { "．": ".", "。": ".", "，": ".", ",": ".", "－": "-" };

const plain = (text) =>
  text
    .trim()
    .replace(FULL_WIDTH, (sign) => PLAIN[sign] ?? String(sign.charCodeAt(0) - 0xff10));

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

const fieldOf = (event) => event.target.closest?.("[data-measure]:not([readonly])");

export class Measure {
  #answers;
  #pad = document.querySelector("[data-keypad]");
  #closing = null;
  #isPressed = false;

  constructor(answers) {
    this.#answers = answers;
    document.addEventListener("focusin", (event) => this.#onFocus(event));
    document.addEventListener("focusout", (event) => this.#onLeave(event));
    document.addEventListener("keydown", (event) => this.#onKey(event));
    document.addEventListener("pointerdown", () => (this.#isPressed = true));
    for (const end of ["pointerup", "pointercancel"]) {
      document.addEventListener(end, () => (this.#isPressed = false));
    }
    // The field keeps the focus while its digits are tapped.
    this.#pad.addEventListener("pointerdown", (event) => event.preventDefault());
    this.#pad.addEventListener("click", (event) => this.#onDigit(event));
  }

  /* Whether a number is being typed that nobody has entered. */
  get isTyping() {
    const field = document.activeElement;
    const card = field?.matches("[data-measure]") && field.closest("[data-aspect]");
    return Boolean(card) && plain(field.value) !== card.dataset.value;
  }

  #onFocus(event) {
    const field = fieldOf(event);
    if (field) {
      const card = field.closest("[data-aspect]");
      makeCurrent(card);
      field.select();
      clearTimeout(this.#closing);
      inPlace(card, () => {
        card.after(this.#pad);
        this.#pad.hidden = false;
      });
      this.#uncover();
    }
  }

  #uncover() {
    const { bottom } = this.#pad.getBoundingClientRect();
    const { top } = document.querySelector(".judge-footer").getBoundingClientRect();
    if (bottom > top) {
      window.scrollBy({ top: bottom - top + 12 });
    }
  }

  /* Put the digits away, unless the next number is begun meanwhile. */
  #close() {
    clearTimeout(this.#closing);
    this.#closing = setTimeout(() => {
      if (this.#isPressed) {
        this.#close();
      } else if (!document.activeElement?.matches("[data-measure]")) {
        inPlace(currentCard(), () => (this.#pad.hidden = true));
      }
    }, CLOSES_AFTER);
  }

  #onLeave(event) {
    const field = fieldOf(event);
    if (field) {
      this.#enter(field, { goOn: false });
      this.#close();
    }
  }

  #onKey(event) {
    const field = fieldOf(event);
    if (field && event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      this.#finish(field);
    }
  }

  #onDigit(event) {
    const key = event.target.closest("[data-key]")?.dataset.key;
    const field = document.activeElement;
    if (!key || !field?.matches("[data-measure]")) {
      return;
    }
    if (key === "done") {
      this.#finish(field);
    } else {
      this.#type(field, key);
    }
  }

  #type(field, key) {
    const { selectionStart: start, selectionEnd: end, value } = field;
    if (key === "back") {
      field.setRangeText("", start === end ? Math.max(start - 1, 0) : start, end, "end");
    } else if (key === "-") {
      field.value = value.startsWith("-") ? value.slice(1) : `-${value}`;
    } else {
      field.setRangeText(key, start, end, "end");
    }
  }

  #finish(field) {
    const card = field.closest("[data-aspect]");
    this.#enter(field, { goOn: true });
    field.blur();
    if (field.value !== "" && field.value !== field.dataset.refused) {
      advance(card);
    }
  }

  #enter(field, options) {
    field.value = plain(field.value);
    const card = field.closest("[data-aspect]");
    // What was refused once is not sent again as it is.
    if (field.value !== field.dataset.refused) {
      this.#answers.enter(card, field.value, options);
    }
  }
}
