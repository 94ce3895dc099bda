/* Turns taps into operations: a tap marks and goes on, a second one clears. */

import { advance, makeCurrent } from "./advance.js";
import { isOpen, show } from "./cards.js";
import { isOpening } from "./opening.js";
import { newOperation } from "./operation.js";
import { drawRefusals, isRefused, settleMark } from "./refusals.js";

const DOUBLE_TAP = 300;

export class Answers extends EventTarget {
  #outbox;
  #undo;
  #last = { button: null, at: 0 };

  constructor({ outbox, undo }) {
    super();
    this.#outbox = outbox;
    this.#undo = undo;
    document.addEventListener("click", (event) => this.#tap(event));
  }

  /* Enter a value, or clear with an empty one. */
  enter(card, value, { goOn = true } = {}) {
    const before = card.dataset.value;
    if (isOpening() || !isOpen(card)) {
      return;
    }
    if (before === value) {
      this.#keep(card);
      return;
    }
    const { sheetId, aspect } = card.dataset;
    this.#undo.offer({ card, before, after: value });
    show(card, value);
    this.send(sheetId, aspect, value);
    if (value !== "" && goOn) {
      advance(card);
    } else {
      makeCurrent(card);
    }
  }

  /* What is stored was chosen again: whatever was refused meanwhile is answered. */
  #keep(card) {
    if (isRefused(card)) {
      settleMark(card);
      drawRefusals(card);
      this.dispatchEvent(new Event("kept"));
    }
  }

  send(sheet, aspect, value) {
    const kind = value === "" ? "clear" : "mark";
    this.#outbox.add(newOperation({ kind, sheet, aspect, value }));
  }

  /* Choose an answer of a card as a tap would. */
  choose(card, value) {
    const button = card.querySelector(`[data-answer="${value}"]`);
    if (button) {
      this.enter(card, value);
    }
    return Boolean(button);
  }

  #tap(event) {
    const clear = event.target.closest("[data-clear]");
    if (clear) {
      this.enter(clear.closest("[data-aspect]"), "");
      return;
    }
    const button = event.target.closest("[data-answer]");
    if (!button) {
      return;
    }
    const isDouble =
      this.#last.button === button.dataset.answer + button.closest("[data-aspect]").id &&
      event.timeStamp - this.#last.at < DOUBLE_TAP;
    this.#last = {
      button: button.dataset.answer + button.closest("[data-aspect]").id,
      at: event.timeStamp,
    };
    if (isDouble) {
      return;
    }
    const card = button.closest("[data-aspect]");
    // While a question is open, the stored answer is kept by a tap, not cleared.
    const clears = button.getAttribute("aria-pressed") === "true" && !isRefused(card);
    navigator.vibrate?.(10);
    this.enter(card, clears ? "" : button.dataset.answer);
  }
}
