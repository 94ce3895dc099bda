/* Copies the text of a code: [data-copy] names the element; the button says so after. */

const SAID_FOR = 2000;

const copy = async (button) => {
  const source = document.querySelector(button.dataset.copy);
  const label = button.querySelector("[data-label]") ?? button;
  const before = label.textContent;
  await navigator.clipboard.writeText(source.textContent.trim());
  label.textContent = button.dataset.copied;
  setTimeout(() => {
    label.textContent = before;
  }, SAID_FOR);
};

// Clipboards need a secure address; elsewhere the code is simply selectable text.
if (navigator.clipboard) {
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  }
}
