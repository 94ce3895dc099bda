/* Numbers: typed on the digits of the page or on a keyboard, entered when they are done. */

import { advance, makeCurrent } from "./advance.js";
import { Keypad } from "./keypad.js";

const FULL_WIDTH = /[０-９．－。，,]/g;
const PLAIN = { "．": ".", "。": ".", "，": ".", ",": ".", "－": "-" };

const plain = (text) =>
  text
    .trim()
    .replace(FULL_WIDTH, (sign) => PLAIN[sign] ?? String(sign.charCodeAt(0) - 0xff10));

const fieldOf = (event) => event.target.closest?.("[data-measure]:not([readonly])");

export class Measure {
  #answers;
  #keypad = new Keypad((key) => this.#onDigit(key));

  constructor(answers) {
    this.#answers = answers;
    document.addEventListener("focusin", (event) => this.#onFocus(event));
    document.addEventListener("focusout", (event) => this.#onLeave(event));
    document.addEventListener("keydown", (event) => this.#onKey(event));
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
      this.#keypad.openBelow(card);
    }
  }

  #onLeave(event) {
    const field = fieldOf(event);
    if (field) {
      this.#enter(field, { goOn: false });
      this.#keypad.close();
    }
  }

  #onKey(event) {
    const field = fieldOf(event);
    if (field && event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      this.#finish(field);
    }
  }

  #onDigit(key) {
    const field = document.activeElement;
    if (!field?.matches("[data-measure]")) {
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
