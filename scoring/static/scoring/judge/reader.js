/* Reads the open sheet again, often enough to see what colleagues do. */

import { apply, openSheetId } from "./parts.js";

const EVERY = 2500;
const NOT_MODIFIED = 304;

const SHOWN = "shown";
const UNCHANGED = "unchanged";
const FOREIGN = "not this judge's page";

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
    await this.#read(location.href);
  }

  /* Open another sheet; what waits to be sent stays in memory and goes on. */
  async open(address, { push = true } = {}) {
    this.#etag = "";
    const outcome = await this.#read(new URL(address, location.href).href);
    if (outcome === FOREIGN) {
      location.assign(address);
    } else if (outcome === SHOWN) {
      if (push) {
        history.pushState(null, "", `?sheet=${openSheetId()}`);
      }
      window.scrollTo({ top: 0 });
      this.dispatchEvent(new Event("opened"));
    }
  }

  async #read(address) {
    this.#reading?.abort();
    const reading = new AbortController();
    this.#reading = reading;
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
      return this.#show(response, await response.text(), address, before);
    } catch {
      // Without a connection the sheet stays, and with it what waits to be sent.
      return UNCHANGED;
    } finally {
      if (this.#reading === reading) {
        this.#reading = null;
      }
    }
  }

  #show(response, text, address, before) {
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
