/* Says in words whether everything is saved, and when that was. */

import { say } from "./words.js";

const template = document.querySelector("[data-pills]").content;
const place = document.querySelector("[data-sync-status]");

let savedAt = "";

const pill = (state, count) => {
  const drawn = template.querySelector(`[data-pill="${state}"]`).firstElementChild;
  const copy = drawn.cloneNode(true);
  copy.lastChild.textContent = say(state, count);
  return copy;
};

export const showState = (outbox) => {
  place.replaceChildren(pill(outbox.state, outbox.unsent));
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
