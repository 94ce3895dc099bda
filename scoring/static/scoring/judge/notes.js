/* Sends a note when its field is left, or when the judge has paused. */

import { toggleNote } from "./note_field.js";
import { newOperation } from "./operation.js";

const PAUSE = 1200;

export class Notes {
  #outbox;
  #timers = new WeakMap();
  #sent = new WeakMap();

  constructor(outbox) {
    this.#outbox = outbox;
    document.addEventListener("input", (event) => this.#onInput(event));
    document.addEventListener("focusout", (event) => this.#onLeave(event));
    document.addEventListener("click", ({ target }) => {
      const toggle = target.closest("[data-note-toggle]");
      if (toggle) {
        toggleNote(toggle.closest("[data-aspect]"));
      }
    });
  }

  /* Whether a note is being written that nobody has sent. */
  get isWriting() {
    const field = document.activeElement;
    return Boolean(field?.matches("[data-note]")) && this.#isNew(field);
  }

  #isNew(field) {
    return field.value !== (this.#sent.get(field) ?? field.defaultValue);
  }

  #onInput(event) {
    const field = event.target.closest("[data-note]");
    if (field) {
      clearTimeout(this.#timers.get(field));
      this.#timers.set(
        field,
        setTimeout(() => this.#send(field), PAUSE),
      );
    }
  }

  #onLeave(event) {
    const field = event.target.closest("[data-note]");
    if (field) {
      clearTimeout(this.#timers.get(field));
      this.#send(field);
    }
  }

  #send(field) {
    if (!this.#isNew(field)) {
      return;
    }
    this.#sent.set(field, field.value);
    // The card knows its sheet also when another one has taken its place meanwhile.
    const { sheetId: sheet, aspect } = field.closest("[data-aspect]").dataset;
    this.#outbox.add(newOperation({ kind: "note", sheet, aspect, value: field.value }));
  }
}
