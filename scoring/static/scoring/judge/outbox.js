/* Keeps what was tapped until the server has stored it, and sends it again if not.

   A batch that was sent once is sent again unchanged, under the same numbers: the
   server answers what it stored the first time, so nothing is lost or doubled. */

import { noteVersion, placeOf, withVersions } from "./versions.js";

const LARGEST_BATCH = 50;
const PATIENCE = 15000;
const FIRST_WAIT = 500;
const LONGEST_WAIT = 15000;
const CONFLICT = 409;
const STORED = 200;

export class Outbox extends EventTarget {
  #url;
  #session;
  #queue = [];
  #batch = null;
  #isSending = false;
  #failures = 0;
  #timer = null;

  constructor({ url, session }) {
    super();
    this.#url = url;
    this.#session = session;
    this.state = "saved";
    this.changes = 0;
    window.addEventListener("online", () => this.#sendNow());
  }

  get unsent() {
    return this.#queue.length + (this.#batch?.length ?? 0);
  }

  add(operation) {
    // The last word about a mark is sent: one before it would be refused or stored in
    // its place when another tablet has changed the mark meanwhile.
    this.#withdraw(operation);
    this.#queue.push(operation);
    this.changes += 1;
    this.#tell(this.#failures ? this.state : "saving");
    this.#send();
  }

  /* Take back what waits about the same mark or note; return the last of it. */
  #withdraw(operation) {
    const isSame = (each) => placeOf(each) === placeOf(operation);
    const last = this.#queue.findLast(isSame);
    this.#queue = this.#queue.filter((each) => !isSame(each));
    return last;
  }

  #sendNow() {
    clearTimeout(this.#timer);
    this.#timer = null;
    this.#send();
  }

  async #send() {
    if (this.#isSending || this.#timer || !this.unsent) {
      return;
    }
    this.#isSending = true;
    this.#batch ??= withVersions(this.#queue.splice(0, LARGEST_BATCH));
    const outcome = await this.#post(this.#batch);
    this.#isSending = false;
    if (outcome.answers) {
      this.#take(outcome.answers);
    } else {
      this.#wait(outcome.state);
    }
  }

  async #post(operations) {
    try {
      const response = await fetch(this.#url, {
        method: "POST",
        headers: {
          "Content-Type": "application/json",
          "X-CSRFToken": this.#session.token,
        },
        body: JSON.stringify({ operations }),
        signal: AbortSignal.timeout(PATIENCE),
      });
      return await this.#read(response, operations);
    } catch {
      return { state: "retrying" };
    }
  }

  async #read(response, operations) {
    if (response.ok) {
      return await response.json();
    }
    if (response.status === 401 || response.status === 403) {
      // Only the same judge may go on: what waits was tapped by nobody else.
      const isBack = await this.#session.renew();
      return { state: isBack ? "retrying" : "signedOut" };
    }
    if (response.status === 400 || response.status === 404) {
      const { message } = await response.json();
      const answer = (each) => ({ op_id: each.op_id, status: response.status, message });
      return { answers: operations.map(answer) };
    }
    return { state: "retrying" };
  }

  #take(answers) {
    const sent = new Map(this.#batch.map((each) => [each.op_id, each]));
    this.#batch = null;
    this.#failures = 0;
    this.changes += 1;
    for (const answer of answers) {
      const operation = sent.get(answer.op_id);
      if (answer.status === STORED || answer.status === CONFLICT) {
        noteVersion(operation, answer.version);
      }
      this.#tellAnswer(operation, answer);
    }
    this.#tell(this.unsent ? "saving" : "saved");
    if (this.unsent) {
      this.#send();
    } else {
      this.dispatchEvent(new Event("settled"));
    }
  }

  #tellAnswer(operation, answer) {
    let asked = operation;
    if (answer.status === CONFLICT) {
      // What was chosen after it did not know the other tablet's value either.
      asked = this.#withdraw(operation) ?? operation;
    } else if (answer.status !== STORED && this.#isSuperseded(operation)) {
      return;
    }
    const detail = { operation: asked, answer };
    this.dispatchEvent(new CustomEvent("answer", { detail }));
  }

  #isSuperseded(operation) {
    return this.#queue.some((each) => placeOf(each) === placeOf(operation));
  }

  #wait(state) {
    const pause = Math.min(FIRST_WAIT * 2 ** this.#failures, LONGEST_WAIT);
    this.#failures += 1;
    this.#timer = setTimeout(() => this.#sendNow(), pause);
    this.#tell(state);
  }

  #tell(state) {
    this.state = state;
    this.dispatchEvent(new Event("state"));
  }
}
