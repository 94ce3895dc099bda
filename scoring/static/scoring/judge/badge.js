/* Says in words whether everything is saved, and when that was. */

import { say } from "./words.js";

const template = document.querySelector("[data-pills]").content;
const place = document.querySelector("[data-sync-status]");

let savedAt = "";
let news = null;

const pill = (state, count) => {
  const drawn = template.querySelector(`[data-pill="${state}"]`).firstElementChild;
  const copy = drawn.cloneNode(true);
  copy.lastChild.textContent = say(state, count);
  return copy;
};

/* Keep what there is to say of the change to another sheet: opening, kept or nothing. */
export const tellSheet = (state, name = say("otherSheet")) => {
  news = state ? { state, name } : null;
};

export const showState = (outbox) => {
  // Marks that are not saved come first; who goes on marking has read what was kept.
  const isNews = news && outbox.state === "saved";
  news = isNews || news?.state === "opening" ? news : null;
  const [state, about] = isNews ? [news.state, news.name] : [outbox.state, outbox.unsent];
  place.replaceChildren(pill(state, about));
  if (outbox.state === "signedOut") {
    const link = document.createElement("a");
    link.className = "btn";
    link.target = "_blank";
    link.href = "/account/sign-in/";
    link.textContent = say("signInAgain");
    place.append(link);
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
