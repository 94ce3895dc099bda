/* Ticks all rows of a page at once and says how many are ticked. */

const all = document.querySelector("[data-select-all]");
const rows = [...document.querySelectorAll("[data-select]")];
const count = document.querySelector("[data-select-count]");

const show = () => {
  const ticked = rows.filter((row) => row.checked).length;
  all.checked = ticked > 0 && ticked === rows.length;
  all.indeterminate = ticked > 0 && ticked < rows.length;
  count.textContent = ticked ? count.dataset.text.replace("%s", ticked) : "";
};

if (all) {
  all.addEventListener("change", () => {
    for (const row of rows) {
      row.checked = all.checked;
    }
    show();
  });
  for (const row of rows) {
    row.addEventListener("change", show);
  }
  show();
}
