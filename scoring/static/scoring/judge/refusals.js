/* What the server did not take, kept until the judge has decided about it.

   The sheet is read again every few seconds and other sheets are opened meanwhile; a
   question that went away with its card would leave a value the judge never chose. */

import { say } from "./words.js";
import { placeOf } from "./versions.js";

const CONFLICT = 409;

const refusals = new Map();

const thingsOf = ({ sheetId, aspect }) =>
  ["mark", "note"].map((kind) =>
    refusals.get(placeOf({ kind, sheet_id: sheetId, aspect_id: aspect })),
  );

const isOfCard = ({ operation }, { sheetId, aspect }) =>
  operation.sheet_id === sheetId && operation.aspect_id === aspect;

export const keepRefusal = (operation, answer) =>
  refusals.set(placeOf(operation), { operation, answer });

/* The judge has decided: nothing is open any more about this mark or note. */
export const settle = (operation) => refusals.delete(placeOf(operation));

export const settleMark = ({ dataset: { sheetId, aspect } }) =>
  settle({ kind: "mark", sheet_id: sheetId, aspect_id: aspect });

export const isRefused = (card) => Boolean(thingsOf(card.dataset)[0]);

export const refusalOf = (card, place) =>
  [...refusals.values()].find(
    (each) => isOfCard(each, card.dataset) && placeOf(each.operation) === place,
  );

export const numberOfRefusals = () => refusals.size;

/* The sheet on which something is open, this one before others. */
export const refusedSheet = (shown) => {
  const sheets = [...refusals.values()].map(({ operation }) => operation.sheet_id);
  return sheets.includes(shown) ? shown : sheets[0];
};

/* A value as the judge reads it: the words of a button, else the figure. */
export const spoken = (card, value) => {
  const isWords = ["yes_no", "choice"].includes(card.dataset.input);
  const button = card.querySelector(`[data-answer="${value}"] span`);
  return (isWords && button ? button.textContent : value) || say("nothing");
};

const storedOf = (card, { operation, answer }) => {
  const isNote = operation.kind === "note";
  const shown = isNote ? card.querySelector("[data-note]").defaultValue : card.dataset.value;
  const version = isNote
    ? card.querySelector("[data-note]").dataset.noteVersion
    : card.dataset.version;
  // Right after a conflict the card is older than what the server has said.
  const isOlder = answer.current && Number(version) < answer.current.version;
  return isOlder ? answer.current.stored : shown;
};

const choice = (text, decision, { operation }) => {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn";
  button.textContent = text;
  button.dataset.decide = decision;
  button.dataset.place = placeOf(operation);
  return button;
};

const question = (card, refusal) => {
  const { operation, answer } = refusal;
  const said = (value) =>
    operation.kind === "note" ? value || say("nothing") : spoken(card, value);
  const line = document.createElement("div");
  line.className = "aspect-refusal";
  const stored = storedOf(card, refusal);
  const keep = stored ? say("keepStored", said(stored)) : say("leaveEmpty");
  line.append(answer.message, choice(keep, "keep", refusal));
  if (answer.status === CONFLICT) {
    line.append(choice(say("takeSent", said(operation.value)), "take", refusal));
  }
  return line;
};

const showInField = (card, refusal) => {
  const field = card.querySelector("[data-measure]");
  if (!field) {
    return;
  }
  field.removeAttribute("aria-invalid");
  delete field.dataset.refused;
  if (refusal) {
    field.setAttribute("aria-invalid", "true");
    field.dataset.refused = refusal.operation.value;
    // What is being typed is newer than what was refused.
    if (field !== document.activeElement) {
      field.value = refusal.operation.value;
    }
  }
};

/* Show on a card what is open about it. */
export const drawRefusals = (card) => {
  const found = thingsOf(card.dataset);
  const questions = found.filter(Boolean).map((each) => question(card, each));
  const error = card.querySelector("[data-error]");
  error.replaceChildren(...questions);
  error.hidden = questions.length === 0;
  card.classList.toggle("is-refused", questions.length > 0);
  showInField(card, found[0]);
};
