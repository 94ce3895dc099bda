/* Puts what the server shows now into the page; what has not changed stays untouched. */

import { isNoteOpen, openNote } from "./note_field.js";
import { drawRefusals } from "./refusals.js";
import { keepingStrips } from "./strips.js";
import { noteVersion } from "./versions.js";

const shown = new Map();

const parse = (html) => {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  return holder.content.firstElementChild;
};

const isBeingTyped = (card) =>
  card.contains(document.activeElement) &&
  document.activeElement.matches("input, textarea");

const remember = (sheet, card) => {
  const aspect = card.dataset.aspect;
  const note = card.querySelector("[data-note]");
  shown.set(aspect, card.outerHTML);
  const place = { sheet_id: sheet, aspect_id: aspect };
  noteVersion({ ...place, kind: "mark" }, Number(card.dataset.version));
  noteVersion({ ...place, kind: "note" }, Number(note.dataset.noteVersion));
};

const swap = (old, fresh) => {
  const answer = old.contains(document.activeElement)
    ? document.activeElement.dataset.answer
    : undefined;
  if (isNoteOpen(old)) {
    openNote(fresh);
  }
  old.replaceWith(fresh);
  drawRefusals(fresh);
  if (answer !== undefined) {
    fresh.querySelector(`[data-answer="${answer}"]`)?.focus({ preventScroll: true });
  }
};

const eachCard = (root) => root.querySelectorAll("[data-aspect]");

export const openSheetId = (root = document) =>
  root.querySelector("[data-sheet]")?.dataset.sheet;

/* Keep what the server sent with the page, before anybody touches it. */
export const learn = () => {
  shown.clear();
  for (const card of eachCard(document)) {
    remember(openSheetId(), card);
    drawRefusals(card);
  }
};

/* Show a card again as the server last sent it. */
export const restore = (card) => {
  const fresh = parse(shown.get(card.dataset.aspect));
  swap(card, fresh);
  return fresh;
};

const applyCards = (page) => {
  const sheet = openSheetId();
  for (const fresh of eachCard(page)) {
    const old = document.getElementById(fresh.id);
    const isNews = shown.get(fresh.dataset.aspect) !== fresh.outerHTML;
    if (isNews && !isBeingTyped(old)) {
      remember(sheet, fresh);
      swap(old, document.adoptNode(fresh));
    }
  }
};

const applyPart = (page, name) => {
  const [old, fresh] = [document, page].map((root) =>
    root.querySelector(`[data-part="${name}"]`),
  );
  if (shown.get(name) !== fresh.innerHTML) {
    shown.set(name, fresh.innerHTML);
    keepingStrips(() => old.replaceChildren(...fresh.childNodes));
  }
};

/* Show a page the server sent: another sheet whole, the same one card by card. */
export const apply = (page) => {
  const isSame = openSheetId() === openSheetId(page);
  const notices = (root) => root.querySelectorAll("[data-sheet] > .notice").length;
  if (isSame && notices(document) === notices(page)) {
    applyCards(page);
  } else {
    const fresh = page.querySelector('[data-part="sheet"]').childNodes;
    document.querySelector('[data-part="sheet"]').replaceChildren(...fresh);
    learn();
  }
  for (const name of ["where", "code", "rail", "footer"]) {
    applyPart(page, name);
  }
  document.title = page.title;
};
