/* Offers for eight seconds to take the last answer back; the key u does it too. */

import { cardOf, show } from "./cards.js";
import { makeCurrent } from "./advance.js";
import { openSheetId } from "./parts.js";
import { spoken } from "./refusals.js";
import { say, sayNamed } from "./words.js";

const OFFERED_FOR = 8000;

export class Undo {
  #bar = document.querySelector("[data-undo]");
  #last = null;
  #timer = null;

  /* ``send`` enters a value on a sheet again. */
  constructor(send) {
    this.send = send;
    this.#bar.querySelector("button").addEventListener("click", () => this.take());
  }

  offer({ card, before, after }) {
    const { sheetId: sheet, aspect, label } = card.dataset;
    this.#last = { sheet, aspect, before };
    this.#bar.querySelector("[data-undo-words]").textContent =
      after === "" ? say("cleared", label) : sayNamed("markedAs", { label, value: spoken(card, after) });
    this.#bar.hidden = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#hide(), OFFERED_FOR);
  }

  /* There is nothing to take back of an answer that was refused, or of another sheet. */
  forget(aspect) {
    if (!aspect || this.#last?.aspect === aspect) {
      this.#hide();
    }
  }

  take() {
    if (!this.#last) {
      return;
    }
    const { sheet, aspect, before } = this.#last;
    this.#hide();
    const card = cardOf(aspect);
    if (card && openSheetId() === sheet) {
      show(card, before);
      makeCurrent(card);
      card.scrollIntoView({ block: "center" });
    }
    this.send(sheet, aspect, before);
  }

  #hide() {
    clearTimeout(this.#timer);
    this.#last = null;
    this.#bar.hidden = true;
  }
}
