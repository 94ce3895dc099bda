/* Adds, removes and moves the rows of a form. Without this script every row has a box to
   tick for removing it, and one blank row waits at the end. */

const rowsOf = (group) => [...group.querySelectorAll("[data-row]")];

const field = (row, name) => row.querySelector(`[name$="-${name}"]`);

const total = (group) =>
  group.querySelector(`[name="${group.dataset.rows}-TOTAL_FORMS"]`);

const isValue = (input) =>
  !["hidden", "checkbox"].includes(input.type) && input.name && !input.name.endsWith("-DELETE");

/* The server reads the order of the rows from their numbers, so a move swaps what the
   rows hold and leaves their numbers alone. */
const swap = (row, other) => {
  const values = (from) => [...from.querySelectorAll("input, select")].filter(
    (input) => isValue(input) || input.name.endsWith("-component_id"));
  const theirs = values(other);
  values(row).forEach((input, index) => {
    [input.value, theirs[index].value] = [theirs[index].value, input.value];
  });
};

const visible = (group) => rowsOf(group).filter((row) => !row.hidden);

const refresh = (group) => {
  visible(group).forEach((row, index) => {
    row.querySelector("[data-row-up]").disabled = index === 0;
  });
  group.dispatchEvent(new Event("input", { bubbles: true }));
};

const remove = (group, row) => {
  field(row, "DELETE").checked = true;
  row.hidden = true;
  refresh(group);
};

const prepare = (group, row) => {
  row.querySelector("[data-row-delete]").hidden = true;
  const up = row.querySelector("[data-row-up]");
  const away = row.querySelector("[data-row-remove]");
  up.hidden = false;
  away.hidden = false;
  up.addEventListener("click", () => {
    const shown = visible(group);
    const before = shown[shown.indexOf(row) - 1];
    swap(row, before);
    before.querySelector("[data-row-up]").focus();
    refresh(group);
  });
  away.addEventListener("click", () => {
    remove(group, row);
    group.querySelector("[data-rows-add]").focus();
  });
};

const add = (group) => {
  const count = total(group);
  const blank = group.querySelector("[data-rows-blank]").innerHTML;
  const list = group.querySelector("[data-rows-list]");
  list.insertAdjacentHTML("beforeend", blank.replaceAll("__prefix__", count.value));
  count.value = Number(count.value) + 1;
  const row = list.lastElementChild;
  prepare(group, row);
  refresh(group);
  row.querySelector("input:not([type=hidden]), select").focus();
};

for (const group of document.querySelectorAll("[data-rows]")) {
  const button = group.querySelector("[data-rows-add]");
  button.hidden = false;
  button.addEventListener("click", () => add(group));
  rowsOf(group).forEach((row) => {
    prepare(group, row);
    row.hidden = field(row, "DELETE").checked;
  });
  refresh(group);
}
