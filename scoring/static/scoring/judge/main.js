/* The judge's tablet: answers go out one by one, what colleagues do comes in. */

import { begin, currentCard, decorate, makeCurrent } from "./advance.js";
import { Answers } from "./answers.js";
import { noteSaved, showSaved, showState } from "./badge.js";
import { cardOf, cards, isUnmarked } from "./cards.js";
import { Decisions } from "./decisions.js";
import { Keyboard } from "./keyboard.js";
import { Measure } from "./measure.js";
import { Notes } from "./notes.js";
import { beginOpening, endOpening } from "./opening.js";
import { Outbox } from "./outbox.js";
import { learn, openSheetId, restore } from "./parts.js";
import { showProgress } from "./progress.js";
import { Reader } from "./reader.js";
import { keepRefusal, numberOfRefusals, settle } from "./refusals.js";
import { Session } from "./session.js";
import { showCurrent } from "./strips.js";
import { Undo } from "./undo.js";
import { showWaiting } from "./waiting.js";

const STORED = 200;

const { judge, operations } = document.querySelector("[data-judge]").dataset;
const session = new Session(judge);
const outbox = new Outbox({ url: operations, session });
const reader = new Reader({ outbox, session });
const undo = new Undo((...answer) => answers.send(...answer));
const answers = new Answers({ outbox, undo });
const notes = new Notes(outbox);
const decisions = new Decisions(outbox);
const measure = new Measure(answers);
new Keyboard({ answers, undo });

const sayRefused = (operation, answer) => {
  keepRefusal(operation, answer);
  undo.forget(operation.aspect_id);
  const card = cardOf(operation.aspect_id);
  if (card && operation.sheet_id === openSheetId()) {
    makeCurrent(restore(card));
    currentCard().scrollIntoView({ block: "center" });
  }
};

const showAll = () => {
  showState(outbox);
  showWaiting(outbox);
  showProgress();
};

outbox.addEventListener("state", showAll);
window.addEventListener("online", showAll);
window.addEventListener("offline", showAll);
outbox.addEventListener("answer", ({ detail: { operation, answer } }) => {
  if (answer.status === STORED) {
    settle(operation);
    noteSaved();
  } else {
    sayRefused(operation, answer);
  }
});
outbox.addEventListener("settled", () => {
  showSaved();
  reader.refresh();
});

decisions.addEventListener("decided", () => {
  decorate();
  showAll();
});
answers.addEventListener("kept", showAll);

reader.addEventListener("shown", () => {
  decorate();
  showSaved();
  showProgress();
});
reader.addEventListener("opening", ({ detail: address }) => {
  beginOpening(address);
  undo.forget();
  showAll();
});
reader.addEventListener("kept", () => {
  endOpening({ isKept: true });
  showAll();
});
reader.addEventListener("opened", () => {
  endOpening({ isKept: false });
  showAll();
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
  if (outbox.unsent || numberOfRefusals() || notes.isWriting || measure.isTyping) {
    event.preventDefault();
  }
});

learn();
showCurrent();
makeCurrent(cards().find(isUnmarked));
history.replaceState(null, "", `?sheet=${openSheetId()}`);
