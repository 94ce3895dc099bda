/* Opens the dialog named by [data-dialog] where a link would lead to the question. */

const open = (event) => {
  const opener = event.target.closest("[data-dialog]");
  const dialog = opener && document.querySelector(opener.dataset.dialog);
  if (!dialog) {
    return;
  }
  event.preventDefault();
  dialog.showModal();
};

const close = (event) => {
  const closer = event.target.closest("[data-dialog-close]");
  closer?.closest("dialog")?.close();
};

document.addEventListener("click", open);
document.addEventListener("click", close);
