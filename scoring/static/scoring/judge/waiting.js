/* Says in words what has not reached the server, and what would become of it. */

import { news } from "./badge.js";
import { say } from "./words.js";

const place = document.querySelector("[data-waiting]");
const words = place.querySelector("[data-waiting-words]");

const CUT_OFF = ["retrying", "signedOut"];

const lines = (outbox) => {
  const isCutOff = CUT_OFF.includes(outbox.state);
  if (navigator.onLine && !isCutOff) {
    return [];
  }
  return [
    say(outbox.state === "signedOut" ? "noSignIn" : "noConnection"),
    outbox.unsent ? say("waitsHere", outbox.unsent) : say("willWait"),
    news()?.state === "kept" ? say("keptOffline", news().name) : "",
  ].filter(Boolean);
};

const line = (text) => {
  const part = document.createElement("span");
  part.textContent = text;
  return part;
};

export const showWaiting = (outbox) => {
  const said = lines(outbox);
  place.hidden = said.length === 0;
  // Said anew only when it changed, or a screen reader would repeat it at every try.
  if (words.dataset.said !== said.join()) {
    words.dataset.said = said.join();
    words.replaceChildren(...said.map(line));
  }
};
