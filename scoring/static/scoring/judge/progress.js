/* How far the sheet has come as the judge sees it, also before the server knows. */

import { cards } from "./cards.js";
import { sayNamed } from "./words.js";

export const showProgress = () => {
  const all = cards();
  const done = all.filter((card) => card.dataset.done === "yes").length;
  const said = sayNamed("markedOf", { done, expected: all.length });
  document.querySelector("[data-progress-words]").textContent = said;
  document.querySelector(".judge-progress progress").value = done;
};
