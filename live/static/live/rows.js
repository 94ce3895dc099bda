// Draws the rows of a frame, and lets them glide to their new places.

const MANY = 60;
const GLIDE = { duration: 500, easing: "ease-in-out" };
const LONG_NAME = 12;
const still = window.matchMedia("(prefers-reduced-motion: reduce)");

const fillMove = (cell, movement) => {
  const word = movement > 0 ? "up" : movement < 0 ? "down" : "same";
  cell.classList.toggle("is-up", movement > 0);
  cell.classList.toggle("is-down", movement < 0);
  const [sign, spoken, places] = cell.children;
  sign.textContent = movement > 0 ? "▲" : movement < 0 ? "▼" : "—";
  spoken.textContent = cell.dataset[word];
  places.textContent = movement ? Math.abs(movement) : "";
};

const fillModules = (cell, modules) => {
  cell.replaceChildren(
    ...modules.map((module, index) => {
      const bar = document.createElement("progress");
      bar.max = module.max;
      bar.value = module.mark;
      bar.textContent = module.mark;
      bar.setAttribute("aria-label", index + 1);
      return bar;
    }),
  );
};

const rowOf = (template, row) => {
  const item = template.content.firstElementChild.cloneNode(true);
  const cell = (name) => item.querySelector(`.board-${name}`);
  item.dataset.entry = row.entry;
  item.classList.toggle("is-leading", Boolean(row.rank) && row.rank <= 3);
  item.classList.toggle("is-changed", row.changed);
  cell("rank").textContent = row.rank ?? "–";
  fillMove(cell("move"), row.movement);
  cell("name").textContent = row.name;
  cell("name").classList.toggle("is-long", row.name.length > LONG_NAME);
  cell("unit").textContent = row.unit;
  fillModules(cell("modules"), row.modules);
  cell("total").textContent = row.total;
  return item;
};

const tops = (list) =>
  new Map([...list.children].map((item) => [item.dataset.entry, item.getBoundingClientRect().top]));

const glide = (list, before) => {
  for (const item of list.children) {
    const from = before.get(item.dataset.entry);
    const to = item.getBoundingClientRect().top;
    if (from !== undefined && from !== to) {
      item.animate([{ transform: `translateY(${from - to}px)` }, { transform: "none" }], GLIDE);
    }
  }
};

export const showRows = (board, rows) => {
  const list = board.querySelector("[data-board-rows]");
  const template = board.querySelector("template[data-row]");
  const moves = !still.matches && rows.length <= MANY;
  const before = moves ? tops(list) : new Map();
  list.replaceChildren(...rows.map((row) => rowOf(template, row)));
  if (moves) glide(list, before);
};
