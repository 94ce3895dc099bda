/* Reads the open sheet again, often enough to see what colleagues do. */

import { apply, openSheetId } from "./parts.js";

const EVERY = 2500;
const PATIENCE = 15000;
const NOT_MODIFIED = 304;
const SERVER_ERROR = 500;

const SHOWN = "shown";
const UNCHANGED = "unchanged";
const FAILED = "no answer";
const REPLACED = "another reading has begun";
const FOREIGN = "not this judge's page";

const addressOf = (sheet) => new URL(`?sheet=${sheet}`, location.href).href;

export class Reader extends EventTarget {
  #outbox;
  #session;
  #etag = "";
  #reading = null;

  constructor({ outbox, session }) {
    super();
    this.#outbox = outbox;
    this.#session = session;
    setInterval(() => document.hidden || this.refresh(), EVERY);
    document.addEventListener("visibilitychange", () => this.refresh());
  }

  /* Look at the same sheet again; while taps travel, what comes back is old. */
  async refresh() {
    if (this.#outbox.unsent || this.#reading) {
      return;
    }
    // The sheet that is shown, whatever the address says: none may change by itself.
    await this.#read(addressOf(openSheetId()));
  }

  /* Open another sheet; what waits to be sent stays in memory and goes on.

     Events say "opening" at once and "opened" or "kept" at the end. */
  async open(address, { push = true } = {}) {
    this.#etag = "";
    this.dispatchEvent(new CustomEvent("opening", { detail: address }));
    const outcome = await this.#read(new URL(address, location.href).href);
    if (outcome === FOREIGN) {
      location.assign(address);
    } else if (outcome === FAILED) {
      history.replaceState(null, "", addressOf(openSheetId()));
      this.dispatchEvent(new Event("kept"));
    } else if (outcome !== REPLACED) {
      const shown = addressOf(openSheetId());
      if (push && shown !== location.href) {
        history.pushState(null, "", shown);
      }
      window.scrollTo({ top: 0 });
      this.dispatchEvent(new Event("opened"));
    }
  }

  async #read(address) {
    this.#reading?.abort();
    const reading = new AbortController();
    this.#reading = reading;
    const patience = setTimeout(() => reading.abort(), PATIENCE);
    const before = this.#outbox.changes;
    try {
      const response = await fetch(address, {
        cache: "no-store",
        headers: this.#etag ? { "If-None-Match": this.#etag } : {},
        signal: reading.signal,
      });
      if (response.status === NOT_MODIFIED) {
        this.#etag = response.headers.get("ETag") ?? this.#etag;
        return UNCHANGED;
      }
      const text = await response.text();
      return this.#show(response, text, before);
    } catch {
      // Without a connection the sheet stays, and with it what waits to be sent.
      return this.#reading === reading ? FAILED : REPLACED;
    } finally {
      clearTimeout(patience);
      if (this.#reading === reading) {
        this.#reading = null;
      }
    }
  }

  #show(response, text, before) {
    if (response.status >= SERVER_ERROR) {
      return FAILED;
    }
    const page = new DOMParser().parseFromString(text, "text/html");
    const judge = page.querySelector("[data-judge]")?.dataset.judge;
    if (!response.ok || judge !== this.#session.judge) {
      return FOREIGN;
    }
    const isSame = openSheetId(page) === openSheetId();
    if (isSame && before !== this.#outbox.changes) {
      return UNCHANGED;
    }
    this.#etag = response.headers.get("ETag") ?? "";
    apply(page);
    this.dispatchEvent(new Event("shown"));
    return SHOWN;
  }
}
