/* From the choice of another sheet until it is there, nothing can be entered.

   The sheet that is still shown becomes inert at once, so that no tap meant for the
   new work falls on the old one; the rail, the code and a word say what is happening. */

import { tellSheet } from "./badge.js";

const sheet = document.querySelector('[data-part="sheet"]');

const links = () => document.querySelectorAll(".rail [data-sheet-link]");

const nameOf = (address) => {
  const link = [...links()].find((each) => each.href === address);
  return link?.querySelector(".rail-name").textContent;
};

let name;

const show = (address) => {
  for (const link of links()) {
    link.toggleAttribute("data-opening", link.href === address);
  }
  document.body.toggleAttribute("data-opening", Boolean(address));
  sheet.toggleAttribute("inert", Boolean(address));
};

export const isOpening = () => sheet.hasAttribute("inert");

export const beginOpening = (address) => {
  // What is typed belongs to the old sheet and is entered before it is left.
  document.activeElement?.blur();
  const { href } = new URL(address, location.href);
  name = nameOf(href);
  show(href);
  tellSheet("opening", name);
};

/* Let the judge at the sheet that is shown now: the new one, or still the old one. */
export const endOpening = ({ isKept }) => {
  show("");
  tellSheet(isKept ? "kept" : "", name);
};
