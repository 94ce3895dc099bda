/* Says in words whether everything is saved, and when that was. */

import { openSheetId } from "./parts.js";
import { numberOfRefusals, refusedSheet } from "./refusals.js";
import { say } from "./words.js";

const template = document.querySelector("[data-pills]").content;
const place = document.querySelector("[data-sync-status]");

let savedAt = "";
let told = null;

/* What there is to say of the change to another sheet, if anything. */
export const news = () => told;

const pill = (state, count) => {
  const drawn = template.querySelector(`[data-pill="${state}"]`).firstElementChild;
  const copy = drawn.cloneNode(true);
  copy.lastChild.textContent = say(state, count);
  return copy;
};

/* Keep what there is to say of the change to another sheet: opening, kept or nothing. */
export const tellSheet = (state, name = say("otherSheet")) => {
  told = state ? { state, name } : null;
};

const linkTo = (href, text) => {
  const link = document.createElement("a");
  link.className = "btn";
  link.href = href;
  link.textContent = text;
  return link;
};

const toSignIn = () => {
  const link = linkTo("/account/sign-in/", say("signInAgain"));
  link.target = "_blank";
  return link;
};

const toRefused = (sheet) => {
  const link = linkTo(`?sheet=${sheet}`, say("showRefused"));
  link.dataset.sheetLink = "";
  return link;
};

/* What is said first: what is not saved, then news, then what was not accepted. */
const foremost = (outbox) => {
  if (outbox.state !== "saved") {
    return [outbox.state, outbox.unsent];
  }
  if (told) {
    return [told.state, told.name];
  }
  return numberOfRefusals() ? ["refused", numberOfRefusals()] : ["saved", 0];
};

export const showState = (outbox) => {
  // Who goes on marking has read what was kept.
  told = outbox.state === "saving" && told?.state === "kept" ? null : told;
  const [state, about] = foremost(outbox);
  place.replaceChildren(pill(state, about));
  if (state === "signedOut") {
    place.append(toSignIn());
  }
  const refused = refusedSheet(openSheetId());
  if (state === "refused" && refused !== openSheetId()) {
    place.append(toRefused(refused));
  }
};

export const noteSaved = () => {
  savedAt = new Date().toLocaleTimeString("zh-CN", { hour12: false });
};

export const showSaved = () => {
  const line = document.querySelector("[data-saved-at]");
  if (line && savedAt) {
    line.textContent = ` · ${say("savedAt", savedAt)}`;
  }
};
