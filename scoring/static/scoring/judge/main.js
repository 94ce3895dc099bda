/* The judge's tablet: answers go out one by one, what colleagues do comes in. */

import { begin, currentCard, decorate, makeCurrent } from "./advance.js";
import { Answers } from "./answers.js";
import { noteSaved, showSaved, showState } from "./badge.js";
import { cardOf, cards, isUnmarked, refuse } from "./cards.js";
import { Keyboard } from "./keyboard.js";
import { Measure } from "./measure.js";
import { Notes } from "./notes.js";
import { beginOpening, endOpening } from "./opening.js";
import { newOperation } from "./operation.js";
import { Outbox } from "./outbox.js";
import { learn, openSheetId } from "./parts.js";
import { Reader } from "./reader.js";
import { Session } from "./session.js";
import { showCurrent } from "./strips.js";
import { Undo } from "./undo.js";

const STORED = 200;

const { judge, operations } = document.querySelector("[data-judge]").dataset;
const session = new Session(judge);
const outbox = new Outbox({ url: operations, session });
const reader = new Reader({ outbox, session });
const undo = new Undo((...answer) => answers.send(...answer));
const answers = new Answers({ outbox, undo });
const notes = new Notes(outbox);
new Measure(answers);
new Keyboard({ answers, undo });

const sendAgain = ({ kind, sheet_id: sheet, aspect_id: aspect, value }) =>
  outbox.add(newOperation({ kind, sheet, aspect, value }));

const sayRefused = (operation, answer) => {
  const card = cardOf(operation.aspect_id);
  if (card && operation.sheet_id === openSheetId()) {
    makeCurrent(refuse(card, operation, answer, sendAgain));
    currentCard().scrollIntoView({ block: "center" });
  }
};

outbox.addEventListener("state", () => showState(outbox));
outbox.addEventListener("answer", ({ detail: { operation, answer } }) => {
  if (answer.status !== STORED) {
    undo.forget(operation.aspect_id);
    sayRefused(operation, answer);
  }
});
outbox.addEventListener("settled", () => {
  noteSaved();
  showSaved();
  reader.refresh();
});

reader.addEventListener("shown", () => {
  decorate();
  showSaved();
});
reader.addEventListener("opening", ({ detail: address }) => {
  beginOpening(address);
  undo.forget();
  showState(outbox);
});
reader.addEventListener("kept", () => {
  endOpening({ isKept: true });
  showState(outbox);
});
reader.addEventListener("opened", () => {
  endOpening({ isKept: false });
  showState(outbox);
  showCurrent();
  begin(cards().find(isUnmarked));
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-sheet-link]");
  if (link && !(event.ctrlKey || event.metaKey || event.shiftKey)) {
    event.preventDefault();
    reader.open(link.href);
  }
});
window.addEventListener("popstate", () => reader.open(location.href, { push: false }));
window.addEventListener("beforeunload", (event) => {
  if (outbox.unsent || notes.isWriting) {
    event.preventDefault();
  }
});

learn();
showCurrent();
makeCurrent(cards().find(isUnmarked));
history.replaceState(null, "", `?sheet=${openSheetId()}`);
