/* A keyboard before the tablet: digits mark, arrows move, and nothing needs a pointer. */

import { currentCard, step } from "./advance.js";
import { openNote } from "./note_field.js";

const isTyping = (target) => target.matches?.("input, textarea, select");

export class Keyboard {
  #answers;
  #undo;
  #help = document.getElementById("judge-keys");

  constructor({ answers, undo }) {
    this.#answers = answers;
    this.#undo = undo;
    document.addEventListener("keydown", (event) => this.#onKey(event));
  }

  #onKey(event) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      document.querySelector("[data-sign]").click();
      return;
    }
    const isOurs = !(event.ctrlKey || event.metaKey || event.altKey || event.isComposing);
    if (!isOurs || isTyping(event.target) || this.#help.open) {
      return;
    }
    if (this.#act(event.key)) {
      event.preventDefault();
    }
  }

  /* Do what a key stands for; return whether it stands for anything. */
  #act(key) {
    const moves = { ArrowUp: -1, ArrowDown: 1 };
    if (key in moves) {
      step(moves[key]);
      return true;
    }
    const links = { ArrowLeft: "[rel=prev]", ArrowRight: "[rel=next]" };
    if (key in links) {
      document.querySelector(links[key])?.click();
      return true;
    }
    if (key === "u") {
      this.#undo.take();
      return true;
    }
    if (key === "?") {
      this.#help.showModal();
      return true;
    }
    const card = currentCard();
    return Boolean(card) && this.#answer(card, key);
  }

  #answer(card, key) {
    if (key === "Backspace") {
      this.#answers.enter(card, "");
      return true;
    }
    const isYesNo = card.dataset.input === "yes_no";
    if (isYesNo && (key === "y" || key === "n")) {
      return this.#answers.choose(card, key === "y" ? "1" : "0");
    }
    if (key === "n") {
      openNote(card);
      card.querySelector("[data-note]").focus();
      return true;
    }
    if (!/^[0-9]$/.test(key)) {
      return false;
    }
    return this.#digit(card, key);
  }

  #digit(card, key) {
    const field = card.querySelector("[data-measure]:not([readonly])");
    if (field) {
      field.focus();
      field.value = key;
      return true;
    }
    return card.dataset.input === "yes_no" ? false : this.#answers.choose(card, key);
  }
}
