/* The judge answers what was refused: keep what is stored, or enter his value after all. */

import { show } from "./cards.js";
import { newOperation } from "./operation.js";
import { restore } from "./parts.js";
import { refusalOf, settle } from "./refusals.js";

export class Decisions extends EventTarget {
  #outbox;

  constructor(outbox) {
    super();
    this.#outbox = outbox;
    document.addEventListener("click", ({ target }) => {
      const button = target.closest("[data-decide]");
      if (button) {
        this.#decide(button);
      }
    });
  }

  #decide(button) {
    const card = button.closest("[data-aspect]");
    const { operation } = refusalOf(card, button.dataset.place);
    settle(operation);
    const fresh = restore(card);
    if (button.dataset.decide === "take") {
      this.#send(fresh, operation);
    }
    fresh.focus({ preventScroll: true });
    this.dispatchEvent(new Event("decided"));
  }

  #send(card, { kind, sheet_id: sheet, aspect_id: aspect, value }) {
    if (kind !== "note") {
      show(card, value);
    }
    this.#outbox.add(newOperation({ kind, sheet, aspect, value }));
  }
}
