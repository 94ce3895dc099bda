/* The field of a note, which takes no room on its card until it is wanted. */

const blockOf = (card) => card.querySelector(".note");

export const isNoteOpen = (card) => !blockOf(card).hidden;

const set = (card, isOpen) => {
  blockOf(card).hidden = !isOpen;
  card.querySelector("[data-note-toggle]").setAttribute("aria-expanded", String(isOpen));
};

export const openNote = (card) => set(card, true);

export const toggleNote = (card) => {
  set(card, !isNoteOpen(card));
  if (isNoteOpen(card)) {
    blockOf(card).querySelector("textarea").focus();
  }
};
